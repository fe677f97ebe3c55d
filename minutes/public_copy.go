package minutes

import (
	"slices"

	"telko/motions"
)

// Meeting returns a copy of the meeting.
func (p Public) Meeting() Meeting {
	if p.file == nil {
		return Meeting{}
	}
	m := p.file.Meeting
	m.Present = slices.Clone(m.Present)
	for i := range m.Present {
		m.Present[i].Intervals = slices.Clone(m.Present[i].Intervals)
	}
	m.Absent = slices.Clone(m.Absent)
	m.Agenda = cloneItems(m.Agenda)
	m.Motions = slices.Clone(m.Motions)
	for i, mo := range m.Motions {
		m.Motions[i] = cloneMotion(mo)
	}
	m.Resolutions = slices.Clone(m.Resolutions)
	for i, mo := range m.Resolutions {
		m.Resolutions[i] = cloneMotion(mo)
	}
	m.Tasks = slices.Clone(m.Tasks)
	for i := range m.Tasks {
		m.Tasks[i].Assignees = slices.Clone(m.Tasks[i].Assignees)
		m.Tasks[i].History = slices.Clone(m.Tasks[i].History)
	}
	m.Mentions = slices.Clone(m.Mentions)
	m.Answers = clonePassages(m.Answers)
	m.Links = slices.Clone(m.Links)
	return m
}

// Sections returns a copy of the sections of the body.
func (p Public) Sections() []Section {
	if p.file == nil {
		return nil
	}
	out := slices.Clone(p.file.Sections)
	for i := range out {
		if out[i].Motion != nil {
			out[i].Motion = cloneMotion(out[i].Motion)
		}
	}
	return out
}

func cloneItems(items []*Item) []*Item {
	out := slices.Clone(items)
	for i, it := range items {
		c := *it
		c.Items = cloneItems(c.Items)
		out[i] = &c
	}
	return out
}

func cloneMotion(mo *motions.Motion) *motions.Motion {
	c := *mo
	c.Parts = clonePassages(c.Parts)
	c.Others, c.Links = slices.Clone(c.Others), slices.Clone(c.Links)
	return &c
}

func clonePassages(ps []motions.Passage) []motions.Passage {
	out := slices.Clone(ps)
	for i := range out {
		if out[i].Vote != nil {
			v := *out[i].Vote
			out[i].Vote = &v
		}
	}
	return out
}
