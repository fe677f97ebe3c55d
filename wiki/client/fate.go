package client

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"time"

	"cgt.name/pkg/go-mwclient/params"
)

// Event is something that happened to a page as a whole.
type Event struct {
	Kind    EventKind
	Title   string // of the page when it happened
	To      string // Moved: the new title
	User    string // "" if it was hidden
	Comment string
	Time    time.Time
}

// EventKind says what happened to a page.
type EventKind string

// What happens to pages.
const (
	Moved    EventKind = "moved"
	Removed  EventKind = "deleted"
	Restored EventKind = "restored"
)

// logJSON is an event of a wiki's log as the API writes it.
type logJSON struct {
	Logid         int
	Logpage       int // the page's id at the time
	Title         string
	Type, Action  string
	User, Comment string
	Timestamp     time.Time
	Params        struct {
		TargetTitle string `json:"target_title"`
	}
}

// Fate returns what happened to the page with an id that was last seen under a
// title: moves, deletions, restorations, oldest first, as far back as the last
// hundred events of each of its titles. It is for saying who did it and why;
// the page's present title is [Client.PageByID]'s to know.
func (c *Client) Fate(ctx context.Context, id int, title string) ([]Event, error) {
	r, end := c.begin(ctx, "read", title)
	defer end()
	var found []logJSON
	seen := map[int]bool{}
	titles := map[string]bool{}
	for hops := 0; title != "" && !titles[title] && hops < 20; hops++ {
		titles[title] = true
		logged, err := r.events(title)
		if err != nil {
			return nil, err
		}
		title = ""
		for _, l := range logged {
			kind, ok := l.kind()
			if !ok || l.Logpage != id || seen[l.Logid] {
				continue
			}
			seen[l.Logid] = true
			found = append(found, l)
			if kind == Moved && title == "" {
				title = l.Params.TargetTitle // of its last move from here
			}
		}
	}
	slices.SortFunc(found, func(a, b logJSON) int { return cmp.Compare(a.Logid, b.Logid) })
	events := make([]Event, len(found))
	for i, l := range found {
		events[i] = l.event()
	}
	return events, nil
}

// events returns what the wiki's log says about a title, newest first.
func (r *run) events(title string) ([]logJSON, error) {
	if err := r.checkTitle(title); err != nil {
		return nil, err
	}
	var a answer
	err := r.ask(params.Values{
		"action": "query", "list": "logevents", "letitle": title, "lelimit": strconv.Itoa(2 * fewIDs),
		"leprop": "ids|title|type|user|timestamp|comment|details",
	}, &a)
	return a.Query.Logevents, err
}

// event returns what happened; its kind is "" if that is nothing to know.
func (l logJSON) event() Event {
	kind, _ := l.kind()
	return Event{kind, l.Title, l.Params.TargetTitle, l.User, l.Comment, l.Timestamp}
}

func (l logJSON) kind() (EventKind, bool) {
	switch {
	case l.Type == "move":
		return Moved, true
	case l.Type == "delete" && l.Action == "delete":
		return Removed, true
	case l.Type == "delete" && l.Action == "restore":
		return Restored, true
	}
	return "", false
}
