package capture

import (
	"telko/minutes"
	"telko/minutes/lang"
)

// openAt returns the headings that enclose index i, outermost first, in the file
// that the node there is in.
func (d *document) openAt(i int, private bool) []*node {
	var stack []*node
	for _, n := range d.nodes[:i+1] {
		if !n.isHeading() || n.e.Private != private {
			continue
		}
		for len(stack) > 0 && stack[len(stack)-1].e.Level >= n.e.Level {
			stack = stack[:len(stack)-1]
		}
		for j, up := range stack {
			if n.e.Kind == KindMotion && up.e.Section == minutes.SectionPlan {
				stack = stack[:j] // a motion ends the plan
				break
			}
		}
		stack = append(stack, n)
	}
	return stack
}

// path returns the first headings of a topic and those above it, outermost
// first.
func (d *document) path(topic EntryID) []*node {
	i := d.at(topic)
	if i < 0 {
		return nil
	}
	var out []*node
	for _, n := range d.openAt(i, d.nodes[i].e.Private) {
		if first := d.byID[n.firstID()]; first != nil && n.e.Kind == KindTopic && n.isTopical() {
			out = append(out, first)
		}
	}
	return out
}

// goOn makes the heading that returns to a topic, behind all that was said, and
// those above it that are not open there. It returns the index behind it.
func (d *document) goOn(topic EntryID, id EntryID) int {
	path := d.path(topic)
	if len(path) == 0 { // its first heading is gone, which no event does
		return len(d.nodes)
	}
	private := path[len(path)-1].e.Private
	at := d.front(private)
	level := 0
	if at >= 0 {
		for _, n := range d.openAt(at, private) {
			if len(path) > 1 && n.firstID() == path[0].e.ID {
				path, level = path[1:], n.e.Level
			}
		}
	}
	for i, first := range path {
		h := *first.e
		h.ID = id + "/" + first.e.ID
		h.Continues, h.At, h.Edited = first.e.ID, d.since, false
		h.Level = max(h.Level, level+1)
		level = h.Level
		if i == 0 {
			at = d.treeEnd(at+1, h.Level, private)
		}
		d.insert(at, &node{e: &h})
		at++
	}
	return at
}

// placeHeading returns where the heading of a new topic or motion goes: behind
// what was talked about last, within the topic of the event if it is deeper
// than that. It makes the headings that this needs, and may change the level.
func (d *document) placeHeading(e *Event, level int) (at, newLevel int, private bool) {
	if e.Before != "" {
		if i := d.at(e.Before); i >= 0 {
			return i, level, d.nodes[i].e.Private
		}
		return len(d.nodes), level, e.Secret
	}
	up := d.lastOf(e.Topic)
	for up >= 0 && (d.nodes[up].e.Level >= level || !d.nodes[up].isTopical()) {
		up = d.aboveOf(up)
	}
	if up < 0 {
		level = 2
		return d.treeEnd(d.front(false)+1, level, false), level, false
	}
	h := d.nodes[up]
	private = h.e.Private
	level = min(max(level, h.e.Level+1), 6)
	end := d.treeEnd(up+1, h.e.Level, private)
	if !e.Stay && d.saidSince(end, private) {
		return d.goOn(h.firstID(), e.ID), level, private
	}
	at = up
	if front := d.front(private); !e.Stay && front > up && front < end {
		at = front
	} else if e.Stay {
		at = end - 1
	}
	return d.treeEnd(at+1, level, private), level, private
}

// aboveOf returns the index of the topic's heading above the one at index h,
// -1 if there is none.
func (d *document) aboveOf(h int) int {
	level, private := d.nodes[h].e.Level, d.nodes[h].e.Private
	for i := h - 1; i >= 0; i-- {
		if n := d.nodes[i]; n.isHeading() && n.e.Private == private && n.e.Level < level {
			if n.e.Kind == KindTopic && n.roll == nil {
				return i
			}
			level = n.e.Level
		}
	}
	return -1
}

// openTasks returns the index behind the section of mentions of earlier tasks,
// which is begun if there is none: before the first topic.
func (d *document) openTasks(private bool, id EntryID) int {
	at := -1
	for i, n := range d.nodes {
		if n.e.Private != private || !n.isHeading() {
			continue
		}
		if n.e.Section == minutes.SectionOpenTasks {
			return d.bodyEnd(i)
		}
		if at < 0 && n.roll == nil && n.e.Section != minutes.SectionPlace {
			at = i
		}
	}
	if at < 0 {
		at = len(d.nodes)
	}
	h := &Entry{ID: id + "/open", Kind: KindTopic, Level: 2, Text: lang.HeadOpenTasks.Write(d.lang), Section: minutes.SectionOpenTasks, Private: private}
	d.insert(at, &node{e: h})
	return at + 1
}
