package capture

import (
	"errors"
	"slices"
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

// task reads "! text (a, b) freitag". A line with the number of a task is none:
// it would be a mention.
func (g *grammar) task(text string) (Reading, bool) {
	said := strings.Join(strings.Fields(text[1:]), " ")
	if said == "" {
		return Reading{}, false
	}
	if !isBlankAt(text, 1) {
		if startsWithLetter(said) || said[0] == '@' {
			return Reading{Offer: &Offer{Line: "! " + said}}, false
		}
		return Reading{}, false
	}
	if id, bare, ok := cutAnyID(said); ok {
		if bare == "" {
			return Reading{}, false
		}
		if r, ok := g.change("#" + string(id) + " " + bare); ok && r.Err == nil {
			return Reading{Offer: &Offer{Line: "#" + string(id) + " " + bare}}, false
		}
		return Reading{Offer: &Offer{Line: "! " + bare}}, false
	}
	t, problems := g.readTask(said)
	r := Reading{Act: ActTask, Text: said, Task: &t, Due: t.Due}
	if r.Due.IsZero() {
		r.Due = g.due
	}
	for _, p := range problems {
		r.Warnings = append(r.Warnings, p.Err)
		if p.Code == minutes.AmbiguousDate {
			g.whichDay(said, &r)
		}
	}
	if !t.Due.IsZero() && t.Due.Before(g.cal.From) {
		r.Warnings = append(r.Warnings, lang.E(lang.WarnPastDue, g.day(t.Due)))
	}
	warnPrivate(&r, said, false)
	if len(t.Assignees) == 0 && r.Offer == nil {
		if line := g.nearAssignees(said); line != "" {
			r.Offer = &Offer{Line: "! " + line}
		}
	}
	if r.Offer == nil && len(problems) == 0 && t.Due.IsZero() {
		if line := g.nearDue(said); line != "" {
			r.Offer = &Offer{Line: "! " + line}
		}
	}
	return r, true
}

// readTask reads what stands behind a checkbox as the file will have it.
func (g *grammar) readTask(typed string) (tasks.Task, []minutes.Problem) {
	return minutes.ReadTask(markdownOf(typed), g.ctx, g.cal)
}

// cutAnyID takes a task's id off the end or the front of a line, where the
// reader of minutes would take it for the line's own.
func cutAnyID(s string) (id tasks.ID, rest string, ok bool) {
	words := strings.Fields(s)
	for _, i := range []int{len(words) - 1, 0} {
		w := strings.TrimRight(words[i], ".,;:!")
		if len(w) < 9 || w[0] != '#' {
			continue
		}
		if id, err := tasks.ParseID(w); err == nil {
			return id, strings.Join(slices.Delete(words, i, i+1), " "), true
		}
	}
	return "", s, false
}

// nearAssignees returns the line with those in its last bracket whom nobody
// knows replaced by whom they may have meant; "" if that is nobody.
func (g *grammar) nearAssignees(said string) string {
	open, end := strings.LastIndexByte(said, '('), strings.LastIndexByte(said, ')')
	if open < 0 || end < open {
		return ""
	}
	parts := splitList(said[open+1 : end])
	changed := false
	for i, part := range parts {
		bare := strings.TrimRight(part, "?")
		if _, known := g.find(bare); known || lang.IsEveryone(bare) || lang.IsNobody(bare) || !looksLikeName(bare) {
			continue
		}
		if _, group := g.ctx.People.Group(bare); group {
			continue
		}
		if who := g.nearPerson(bare, '!'); who != "" {
			parts[i], changed = who+part[len(bare):], true
		}
	}
	if !changed {
		return ""
	}
	line := said[:open+1] + strings.Join(parts, ", ") + said[end:]
	if t, _ := g.readTask(line); len(t.Assignees) == 0 {
		return ""
	}
	return line
}

// nearDue returns the line with "bis" before what at its end may be a date; ""
// if nothing is.
func (g *grammar) nearDue(said string) string {
	words := strings.Fields(said)
	for n := min(3, len(words)-2); n > 0; n-- {
		at := len(words) - n
		if _, named := lang.CutDue(words[at-1] + " x"); named {
			return ""
		}
		if _, err := g.cal.Read(strings.Join(words[at:], " ")); err != nil {
			continue
		}
		by := strings.Fields(lang.WriteDue.In(g.lang(), "x"))[0]
		line := strings.Join(words[:at], " ") + " " + by + " " + strings.Join(words[at:], " ")
		if t, _ := g.readTask(line); !t.Due.IsZero() {
			return line
		}
	}
	return ""
}

// day returns a date with its weekday: "Fr 15.01.", with the year if it is
// another than the meeting's.
func (g *grammar) day(d when.Date) string { return dayIn(d, g.cal.From.Year, g.lang()) }

// dayIn returns d with its weekday, in German without the year if that is year.
func dayIn(d when.Date, year int, l lang.Lang) string {
	s := lang.Weekdays[d.Weekday()].In(l) + " " + minutes.FormatDate(d, l)
	if l == lang.German && d.Year == year {
		return s[:len(s)-4]
	}
	return s
}

// whichDay puts the days that a date at the end of a task could be into the
// last warning, and offers the last of them: who meant the first would have
// said so in less words.
func (g *grammar) whichDay(said string, r *Reading) {
	words := strings.Fields(said)
	for n := min(4, len(words)-1); n > 0; n-- {
		tail := strings.Join(words[len(words)-n:], " ")
		inside := strings.HasSuffix(tail, ")")
		_, err := g.cal.Read(strings.TrimSuffix(tail, ")"))
		many := g.manyDays(err)
		if many == nil {
			continue
		}
		r.Warnings[len(r.Warnings)-1] = many
		var days *when.AmbiguousError
		errors.As(err, &days)
		line := strings.Join(words[:len(words)-n], " ") + " "
		if _, named := lang.CutDue(tail); named {
			line += words[len(words)-n] + " "
		}
		line += minutes.FormatDate(days.Choices[len(days.Choices)-1], g.lang())
		if inside {
			line += ")"
		}
		if t, _ := g.readTask(line); !t.Due.IsZero() {
			r.Offer = &Offer{Line: "! " + line}
		}
		return
	}
}

// manyDays says which days a date could be, nil if err is another error.
func (g *grammar) manyDays(err error) *lang.Error {
	var many *when.AmbiguousError
	if !errors.As(err, &many) {
		return nil
	}
	var days []string
	for _, d := range many.Choices {
		days = append(days, g.day(d))
	}
	return lang.E(lang.WarnManyDays, many.Text, strings.Join(days, ", "))
}
