package minutes

import (
	"strings"

	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks/when"
)

// IsMotionDetail reports whether a line of a motion's paragraph says something
// of the motion itself, as its petitioner's does, and is none of its passages.
func IsMotionDetail(line string) bool {
	label, rest, ok := boldLabel(line)
	if !ok {
		return false
	}
	if p, known := lang.ReadLabel(label); known && p.Label != lang.LabelPetitioner {
		if _, opens := PassageKind(p.Label); opens {
			return false
		}
	}
	f := File{Meeting: Meeting{Date: when.Day(2000, 1, 1)}}
	return f.readDetail(new(motions.Motion), 0, label, rest)
}

// readDetail reads a labelled line that says something of the motion itself;
// false if it does not, or if what it says cannot be read: then it is text.
func (f *File) readDetail(m *motions.Motion, line int, label, rest string) bool {
	d, ok := lang.ReadDetail(label)
	rest = strings.TrimSpace(strings.TrimSuffix(rest, `\`))
	if !ok || rest == "" {
		return false
	}
	switch d {
	case lang.DetailAddressee:
		m.Addressee = joinDetails(m.Addressee, rest)
		return true
	case lang.DetailSource:
		m.Source = joinDetails(m.Source, rest)
		return true
	case lang.DetailReceived:
		day, err := when.Read(strings.TrimSuffix(rest, "."), f.Meeting.Date)
		if err != nil {
			f.problem(line, UnreadDetail, lang.E(lang.ReadDetailDay, rest).Hint(lang.ReadDetailDayHint))
			return false
		}
		if m.Received.IsZero() {
			m.Received = day
		}
		return true
	case lang.DetailRealised:
		return f.readRealised(m, rest)
	}
	return f.readMotionLinks(m, line, relationOf(d), rest)
}

func joinDetails(a, b string) string {
	if a == "" {
		return b
	}
	return a + ", " + b
}

func relationOf(d lang.Detail) motions.Relation {
	switch d {
	case lang.DetailSupersedes:
		return motions.Supersedes
	case lang.DetailSuperseded:
		return motions.SupersededBy
	case lang.DetailSettledBy:
		return motions.SettledBy
	}
	return motions.Competes
}

func detailOf(r motions.Relation) lang.Detail {
	switch r {
	case motions.Competes:
		return lang.DetailCompetes
	case motions.Supersedes:
		return lang.DetailSupersedes
	case motions.SupersededBy:
		return lang.DetailSuperseded
	case motions.SettledBy:
		return lang.DetailSettledBy
	}
	return lang.NoDetail
}

// readRealised reads "20.01.2010", "20.01.2010, https://…" or an address.
func (f *File) readRealised(m *motions.Motion, s string) bool {
	first, rest, _ := strings.Cut(s, " ")
	if day, err := when.Read(strings.TrimRight(first, ",;:"), f.Meeting.Date); err == nil {
		m.Realised, m.RealisedOn, m.RealisedAt = true, day, strings.TrimLeft(rest, "–- ")
		return true
	}
	if strings.Contains(s, "://") || strings.HasPrefix(s, "[") {
		m.Realised, m.RealisedAt = true, s
		return true
	}
	return false
}

// readMotionLinks reads ids of other motions, with commas or "und" between them.
func (f *File) readMotionLinks(m *motions.Motion, line int, rel motions.Relation, s string) bool {
	var ids []motions.ID
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' || r == ' ' }) {
		if k := key(word); k == "und" || k == "and" || k == "antrag" || k == "motion" {
			continue
		}
		id, err := motions.ParseID(strings.TrimRight(word, "."))
		if err != nil {
			f.problem(line, UnreadDetail, lang.E(lang.ReadDetailMotion, word).Hint(lang.ReadDetailMotionHint))
			return false
		}
		ids = append(ids, id)
	}
	for _, id := range ids {
		m.Links = append(m.Links, motions.Link{Relation: rel, ID: id})
	}
	return true
}

// addPetitioner reads one line that names who made the motion. The first is
// the motion's, all others stand beside it.
func (f *File) addPetitioner(m *motions.Motion, s string) {
	if m.Petitioner == "" && m.Role == "" && m.Remark == "" {
		f.readPetitioner(m, s)
		return
	}
	var one motions.Motion
	f.readPetitioner(&one, s)
	m.Others = append(m.Others, motions.Petitioner{Name: one.Petitioner, Role: one.Role, Remark: one.Remark})
}

// detailBlocks returns what ComposeMotion writes between the petitioner and the
// passages.
func detailBlocks(mo *motions.Motion, l lang.Lang) []string {
	var blocks []string
	add := func(name, text string) { blocks = append(blocks, label(name, "")+text) }
	for _, p := range mo.Others {
		add(lang.LabelPetitioner.Write(l), petitioner(&motions.Motion{Petitioner: p.Name, Role: p.Role, Remark: p.Remark}))
	}
	if mo.Addressee != "" {
		add(lang.DetailAddressee.Write(l), mo.Addressee)
	}
	if !mo.Received.IsZero() {
		add(lang.DetailReceived.Write(l), FormatDate(mo.Received, l))
	}
	if mo.Source != "" {
		add(lang.DetailSource.Write(l), mo.Source)
	}
	for _, rel := range []motions.Relation{motions.Competes, motions.Supersedes, motions.SupersededBy, motions.SettledBy} {
		var ids []string
		for _, k := range mo.Links {
			if k.Relation == rel {
				ids = append(ids, "#"+string(k.ID))
			}
		}
		if len(ids) > 0 {
			add(detailOf(rel).Write(l), strings.Join(ids, ", "))
		}
	}
	if mo.Realised {
		text := FormatDate(mo.RealisedOn, l)
		if mo.RealisedOn.IsZero() {
			text = ""
		}
		if mo.RealisedAt != "" {
			text = strings.TrimPrefix(text+", "+mo.RealisedAt, ", ")
		}
		add(lang.DetailRealised.Write(l), text)
	}
	return blocks
}
