package capture

// enter goes to a topic and a motion.
func (d *document) enter(e *Event, topic, motion EntryID) {
	if topic != d.topic {
		if !d.since.IsZero() && e.At.After(d.since) {
			d.spent[d.topic] += e.At.Sub(d.since)
		}
		d.since = e.At
	}
	d.topic, d.motion, d.open = topic, motion, ""
	d.visited[topic] = true
}

// goTo carries out a Goto.
func (d *document) goTo(e *Event) {
	n := d.byID[e.Of]
	switch {
	case e.Of == "":
		d.enter(e, "", "")
	case n == nil || n.roll != nil:
	case n.e.Kind == KindMotion:
		topic := EntryID("")
		if up := d.aboveOf(d.at(e.Of)); up >= 0 {
			topic = d.nodes[up].firstID()
		}
		d.enter(e, topic, e.Of)
		if part := d.textPart(e.Of); part == nil {
			d.open = e.Of
		}
	case n.e.Kind == KindTopic:
		d.enter(e, n.firstID(), "")
	}
}
