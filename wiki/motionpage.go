package wiki

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/wiki/client"
	"telko/wiki/wikitext"
)

// Motions brings the page of motions up to date.
func (k *Pages) Motions(ctx context.Context, title string, ms minutes.PublicMotions, entries []Entry, look client.Look) (PageResult, error) {
	t := &motionTable{lang: k.Lang, entries: make(map[string]Entry, len(entries))}
	for _, e := range entries {
		t.entries[e.Minutes.ID()] = e
	}
	return k.put(ctx, list{
		title: title, mark: motionsMark, intro: lang.ListMotionsIntro, summary: lang.ListSummaryMotions,
		text: t.text(ms), strays: func(inside, _, since string) []string {
			return append(strayLines(inside, nil), changedCells(inside, since)...)
		},
	}, look)
}

// motionTable writes the list of motions: a sortable table, those that wait for
// an answer first, the newest first.
type motionTable struct {
	lang    lang.Lang
	entries map[string]Entry // by meeting
}

func (t *motionTable) text(ms minutes.PublicMotions) string {
	rows := slices.DeleteFunc(ms.All(), func(r *motions.Record) bool { return r.ID == "" })
	if len(rows) == 0 {
		return emptyList(lang.ListNoMotions, t.lang)
	}
	slices.SortStableFunc(rows, func(a, b *motions.Record) int {
		switch {
		case a.Unanswered != b.Unanswered && a.Unanswered:
			return -1
		case a.Unanswered != b.Unanswered:
			return 1
		case a.Received != b.Received:
			return b.Received.Compare(a.Received)
		}
		return strings.Compare(string(b.ID), string(a.ID))
	})
	var b strings.Builder
	b.WriteString(sortable(t.lang, lang.ListID, lang.ListMotion, lang.ListBy, lang.ListState, lang.ListVotes, lang.ListFrom))
	for _, r := range rows {
		b.WriteString("\n|- id=\"" + string(r.ID) + "\"\n|" + strings.Join([]string{
			` data-sort-value="` + r.Received.String() + " " + string(r.ID) + `" style="white-space:nowrap" | #` + string(r.ID),
			" " + t.title(r), " " + t.by(r), t.state(r), " " + t.votes(r), t.from(r),
		}, " ||"))
	}
	return b.String() + "\n|}"
}

func (t *motionTable) title(r *motions.Record) string {
	if r.Title != "" {
		return cellOf(r.Title, wikitext.WriteOptions{})
	}
	title := lang.ListMotion.In(t.lang)
	if r.Number > 0 {
		title += " " + strconv.Itoa(r.Number)
	}
	return title
}

func (t *motionTable) by(r *motions.Record) string {
	var names []string
	for _, p := range r.Petitioners {
		if p.Name != "" {
			names = append(names, cellOf(p.Name, wikitext.WriteOptions{}))
		}
	}
	return strings.Join(names, ", ")
}

// state returns where a motion has got to: what waits for an answer is said in
// bold type, and what was decided with its outcome.
func (t *motionTable) state(r *motions.Record) string {
	var words []string
	if r.Handling != motions.HandlingClosed || r.Outcome == motions.NoOutcome {
		words = append(words, minutes.FormatHandling(r.Handling, t.lang))
	}
	if r.Outcome != motions.NoOutcome {
		words = append(words, minutes.FormatOutcome(r.Outcome, t.lang))
	}
	if r.Realisation != motions.NoRealisation {
		words = append(words, minutes.FormatRealisation(r.Realisation, t.lang))
	}
	for i, w := range words {
		words[i] = labelOf(w)
	}
	said := strings.Join(words, ", ")
	if r.Unanswered {
		return ` style="background:#fef6e7;color:#202122" | '''` + lang.ListUnanswered.In(t.lang) + "''', " + said
	}
	return " " + said
}

func (t *motionTable) votes(r *motions.Record) string {
	if r.Ruling == nil || r.Ruling.Vote == nil {
		return ""
	}
	return labelOf(minutes.FormatVote(r.Ruling.Vote, t.lang))
}

// from links the meetings that had the motion, in order of time.
func (t *motionTable) from(r *motions.Record) string {
	var links []string
	for i, p := range r.Places {
		if i > 0 && r.Places[i-1].Meeting == p.Meeting {
			continue
		}
		link := labelOf(day(p.Date, t.lang))
		if e, ok := t.entries[p.Meeting]; ok && e.Page != "" {
			link = linkTo(e.Page, "", day(p.Date, t.lang))
		}
		links = append(links, link)
	}
	if len(r.Places) == 0 {
		return ""
	}
	return ` data-sort-value="` + r.Places[len(r.Places)-1].Date.String() + `" | ` + strings.Join(links, ", ")
}
