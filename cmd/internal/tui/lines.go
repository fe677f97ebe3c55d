package tui

import (
	"strings"
	"time"

	"telko/minutes/capture"
	"telko/minutes/lang"
)

// titleLine is the line on top: which telco, where one is and since when, who
// is there; at the right the clock and whether all is saved.
func (a *app) titleLine(w int) string {
	v, t := a.view, a.inks
	if _, ok := a.over.(*opening); ok {
		return a.row(w).put("", " ").put(t.title, "telko").end("", a.now().Format("15:04")).String()
	}
	saved, savedInk := a.savedWord()
	clock := a.now().Format("15:04")
	right := clock + "  " + saved
	if w < narrow {
		if s, _, ok := strings.Cut(saved, " "); ok && s == "✓" {
			saved = s
		}
		right = clock + " " + saved
	}
	room := w - a.cells.width(right) - 1
	r := a.row(w)

	topic, spent := a.topicTitle(), a.spent()
	who := a.headCount(w < narrow)
	title := cleanLine(v.Title)
	if title == "" {
		title = cleanLine(v.Series)
	}
	keeper := ""
	if v.Keeper != "" {
		keeper = a.text(lang.ScreenKeeper, cleanLine(v.Keeper))
	}
	// What matters least goes first where there is no room.
	use := 1 + a.cells.width(topic+spent)
	parts := []struct {
		text string
		ink  ink
		on   bool
	}{{title, t.title, false}, {topic + spent, t.topic, true}, {who, "", false}, {keeper, t.faint, false}}
	for _, i := range []int{2, 0, 3} {
		if n := a.cells.width(parts[i].text); n > 0 && use+n+3 <= room {
			parts[i].on = true
			use += n + 3
		}
	}
	r.put("", " ")
	for i, first := 0, true; i < len(parts); i++ {
		if !parts[i].on || parts[i].text == "" {
			continue
		}
		if !first {
			r.put(t.rule, " │ ")
		}
		first = false
		r.short(parts[i].ink, parts[i].text, room-r.used)
	}
	r.fill(w - a.cells.width(right))
	if r.left() >= a.cells.width(saved) {
		r.put("", strings.TrimSuffix(right, saved)).put(savedInk, saved)
	}
	return r.String()
}

// topicTitle returns what is being talked about.
func (a *app) topicTitle() string {
	for i := range a.view.Topics {
		if t := &a.view.Topics[i]; t.ID == a.view.Topic {
			return cleanLine(t.Title)
		}
	}
	return a.text(lang.ScreenNoTopic)
}

// spent returns how long the topic has been talked about, with a blank before.
func (a *app) spent() string {
	if a.view.TopicSince.IsZero() || a.view.Topic == "" {
		return ""
	}
	d := a.now().Sub(a.view.TopicSince)
	for i := range a.view.Topics {
		if t := &a.view.Topics[i]; t.ID == a.view.Topic {
			d += t.Spent
		}
	}
	return " " + a.duration(d)
}

// duration writes a time spent, in minutes. A clock that was set back makes
// none negative.
func (a *app) duration(d time.Duration) string {
	m := int(max(d, 0) / time.Minute)
	if m >= 60 {
		return a.text(lang.ScreenHours, m/60, m%60)
	}
	return a.text(lang.ScreenMinutes, m)
}

// narrow is up to which width the title line is short.
const narrow = 60

// headCount returns how many are there, guests apart.
func (a *app) headCount(short bool) string {
	members, guests := a.view.Here()
	switch {
	case members+guests == 0:
		return ""
	case short && guests > 0:
		return a.text(lang.ScreenHere2, members, guests)
	case short:
		return a.text(lang.ScreenHere, members)
	}
	s := a.text(lang.ScreenPeople, members)
	if guests > 0 {
		s += " + " + a.text(lang.ScreenGuests, guests)
	}
	return s
}

// alarmLine says why nothing is saved.
func (a *app) alarmLine(w int) string {
	r := a.row(w)
	r.base = a.inks.bad.with(a.inks.chosen)
	why := cleanLine(a.saving.failed)
	text := a.text(lang.ScreenWhyNot, why)
	if a.cells.width(text) >= w {
		text = a.text(lang.ScreenFailed) + ": " + why
	}
	return r.short("", " "+text, w).fill(w).String()
}

// ruleLine parts the minutes from the entry line.
func (a *app) ruleLine(l layout, w int) string {
	if l.left == 0 {
		return a.inks.rule.on(rule(w))
	}
	s := rule(l.left) + "┴" + rule(l.minutes)
	if l.right > 0 {
		s += "┴" + rule(l.right)
	}
	return a.inks.rule.on(s)
}

// entryLine draws the entry line and returns the cell of the cursor.
func (a *app) entryLine(w int) (string, int) {
	e := &a.entry
	r := a.row(w)
	n := depth(e.text)
	prompt := "› "
	if a.view.Open && w >= 40 {
		prompt = a.passageName(a.view.Passage) + " › "
	}
	r.put(a.inks.prompt, prompt)
	if n > 0 && w > 20 {
		r.put(a.inks.faint, blanks(2*(n-1))+"↳ ")
	}
	if r.left() < 2 {
		r = a.row(w) // no room for anything but the text
	}
	// The tabs are what the arrow stands for: the line that is shown begins
	// behind them.
	text := line{text: e.text[n:], at: max(e.at-n, 0), scroll: max(e.scroll-n, 0)}
	shown, x := text.view(a.cells, r.left())
	e.scroll = text.scroll + n
	x += r.used
	r.put("", shown)
	return r.String(), min(x, max(w-1, 0))
}

// sayLine is the line under the entry line: how telko reads what stands there,
// or what there is to say.
func (a *app) sayLine(w int) string {
	t, e := a.inks, &a.entry
	r := a.row(w).put("", "  ")
	switch {
	case a.remark.text != "" && a.remark.bad:
		return r.short(t.bad, a.remark.text, r.left()).String()
	case a.remark.text != "":
		return r.short("", a.remark.text, r.left()).String()
	case strings.TrimSpace(e.text) != "":
		return a.readingLine(r, e.reading, "")
	case e.last.Act != capture.ActNothing:
		return a.readingLine(r, e.last, "✓ ")
	}
	return r.short(t.faint, a.text(lang.ScreenHint), r.left()).String()
}

// readingLine says how a line is read, with what one key would make of it, and
// what to look at.
func (a *app) readingLine(r *row, said capture.Reading, mark string) string {
	t := a.inks
	if said.Err != nil {
		return r.short(t.bad, cleanLine(lang.Say(said.Err, a.lang)), r.left()).String()
	}
	text, k := cleanLine(said.Describe(a.lang)), t.faint
	if said.Offer != nil {
		k = t.offer
	}
	r.put(t.good, mark).short(k, text, r.left())
	for _, err := range said.Warnings {
		r.short(t.warn, " · "+cleanLine(lang.Say(err, a.lang)), r.left())
	}
	return r.String()
}

// barLine is the line of keys.
func (a *app) barLine(w int, all []binding) string {
	r := a.row(w).put("", " ")
	for _, b := range all {
		if b.bar == (lang.Text{}) || len(b.keys) == 0 {
			continue
		}
		key, word := keyName(b.keys[0], a.lang), a.text(b.bar)
		if a.cells.width(key+word)+3 > r.left() {
			continue
		}
		r.put(a.inks.key, key).put(a.inks.faint, " "+word+"  ")
	}
	return r.String()
}

// barBindings returns the keys that work now.
func (a *app) barBindings() []binding {
	p := a.place()
	var out, rest []binding
	if o := a.letting(); o != nil {
		out = append(out, o.keys()...)
	}
	for _, b := range a.keys.all {
		switch {
		case !b.in(p) || b.bar == (lang.Text{}):
		case len(b.keys) > 0 && boundTo(out, b.keys[0]) != actNone: // of what stands aside
		case b.on&onEntry == 0: // of this place alone
			out = append(out, b)
		default:
			rest = append(rest, b)
		}
	}
	return append(out, rest...)
}
