package capture

import (
	"slices"

	"telko/motions"
)

// view returns how things stand.
func (d *document) view() *View {
	d.settle()
	m := &d.meeting
	v := &View{
		Title: m.Title, Series: m.Series, Date: m.Date, Start: m.Start, End: m.End,
		Place: m.Place, Keeper: m.Keeper, Status: m.Status, Lang: d.lang,
		Entries: make([]*Entry, 0, len(d.nodes)),
		Topic:   d.topic, TopicSince: d.since, Motion: d.motion, Last: d.last, Rev: d.rev,
		Problems: slices.Clone(d.problems),
	}
	count, seen := map[EntryID]int{}, map[EntryID]bool{}
	for _, n := range d.nodes {
		if n.roll != nil {
			continue
		}
		v.Entries = append(v.Entries, n.shown)
		if !n.isHeading() {
			count[n.shown.Topic]++
		}
	}
	for _, n := range d.nodes {
		if e := n.shown; e.Kind == KindTopic && n.roll == nil && e.Continues == "" {
			id := n.firstID()
			if seen[id] {
				continue
			}
			seen[id] = true
			v.Topics = append(v.Topics, Topic{
				ID: id, Title: e.Text, Level: e.Level, Section: e.Section, Private: e.Private, Prepared: n.prepared,
				Current: id == d.topic, Entries: count[id], Spent: d.spent[id],
				Done: id != d.topic && (d.visited[id] || !n.prepared && count[id] > 0),
			})
		}
	}
	if n := d.byID[d.open]; n != nil {
		v.Open, v.Passage, v.OpenEntry = true, motions.TextPart, n.e.ID
		if n.e.Kind == KindPassage {
			v.Passage = n.e.Passage
		}
	}
	v.Present, v.Missing = d.presences()
	return v
}

// presences returns who is and was there, those who are first, and who is not.
func (d *document) presences() (there, missing []Presence) {
	var left []Presence
	for _, p := range d.people {
		switch {
		case p.here():
			there = append(there, p.presence())
		case p.state == isPresent:
			left = append(left, p.presence())
		default:
			missing = append(missing, p.presence())
		}
	}
	return append(there, left...), missing
}
