package wiki

import (
	"context"
	"slices"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/wiki/client"
)

// TaskSource is what the page of tasks shows, and where the events go that
// people make on it.
type TaskSource interface {
	// PublicTasks returns the tasks as they are now.
	PublicTasks() (minutes.PublicTasks, error)
	// Take adds events to the log that it does not have, and returns those.
	Take(events []tasks.Event) ([]tasks.Event, error)
}

// TasksResult is what keeping the page of tasks came to.
type TasksResult struct {
	PageResult
	Events []tasks.Event // what people did on the page, and the log did not have yet
}

// Tasks takes up what people did on the page of tasks, and brings the page up
// to date. Of every state of the page that telko writes over, what people did
// up to it was read before.
func (k *Pages) Tasks(ctx context.Context, title string, src TaskSource, entries []Entry, look client.Look) (TasksResult, error) {
	var r TasksResult
	ts, err := src.PublicTasks()
	if err != nil {
		return r, err
	}
	t := &taskTable{lang: k.Lang, today: k.Today, page: title, entries: make(map[string]Entry, len(entries))}
	for _, e := range entries {
		t.entries[e.Minutes.ID()] = e
	}
	build := func(ctx context.Context, page client.Page) (string, error) {
		done, err := k.byHand(ctx, title, page, ts)
		if err != nil {
			return "", err
		}
		if !k.DryRun {
			if done, err = src.Take(done); err != nil {
				return "", err
			}
			if ts, err = src.PublicTasks(); err != nil {
				return "", err
			}
		}
		r.Events = append(r.Events, done...)
		return t.text(ts), nil
	}
	r.PageResult, err = k.put(ctx, list{
		title: title, mark: tasksMark, intro: lang.ListTasksIntro, summary: lang.ListSummaryTasks,
		text: t.text(ts), build: build, strays: func(inside, _, _ string) []string { return strayLines(inside, idsOf(ts)) },
	}, look)
	return r, err
}

// byHand returns what people did to public tasks on the page since it was last
// read, oldest first. Where nothing is remembered, all of its history is read.
func (k *Pages) byHand(ctx context.Context, title string, page client.Page, ts minutes.PublicTasks) ([]tasks.Event, error) {
	since := 0
	if known, ok := k.States.Get(title); ok && known.ID == page.ID && known.Revision <= page.Revision {
		since = known.Revision // unless the wiki was set back: then numbers are used again, see handEdits
	}
	revs, err := k.handEdits(ctx, page, since)
	if err != nil {
		return nil, err
	}
	public := idsOf(ts)
	var out []tasks.Event
	var whole client.Page // the last state, up to the one looked at, that had a place for the list
	for part := range slices.Chunk(revs, 25) {
		var ids []int
		for _, v := range part {
			ids = append(ids, v.Parent, v.Revision)
		}
		texts, err := k.Wiki.Texts(ctx, ids)
		if err != nil {
			return nil, err
		}
		for _, v := range part {
			before, ok := texts[v.Parent]
			after, ok2 := texts[v.Revision]
			if !ok || !ok2 {
				continue // hidden or deleted since
			}
			if _, _, _, ok := region(before.Text, tasksMark); ok {
				whole = before
			}
			for _, e := range handEvents(whole, after) {
				if public[e.ID] {
					out = append(out, e)
				}
			}
		}
	}
	return out, nil
}

func idsOf(ts minutes.PublicTasks) map[tasks.ID]bool {
	ids := map[tasks.ID]bool{}
	for _, t := range ts.All() {
		ids[t.ID] = true
	}
	return ids
}

// handEdits returns the edits of the page by people after a revision, up to the
// one that was read, oldest first.
func (k *Pages) handEdits(ctx context.Context, page client.Page, since int) ([]client.Version, error) {
	if since == page.Revision {
		return nil, nil
	}
	var revs []client.Version
	there := since == 0
	for v, err := range k.Wiki.History(ctx, page.ID) {
		if err != nil {
			return nil, err
		}
		if v.Revision <= since {
			there = v.Revision == since
			break
		}
		if v.Revision <= page.Revision && !isOwn(v.Comment) && v.Parent != 0 {
			revs = append(revs, v)
		}
	}
	if !there {
		// The wiki was set back and went on: numbers up to since are new edits too.
		return k.handEdits(ctx, page, 0)
	}
	slices.Reverse(revs)
	return revs, nil
}
