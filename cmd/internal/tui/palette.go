package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/capture"
	"telko/minutes/lang"
)

// palette finds what can be done now by a few letters, in German and English
// whatever the screen's language is: commands, actions without one, topics.
type palette struct {
	*desk
	filter line
	all    []command
	found  []int // rows of all, best first
	choice
	h int // rows of the list that are shown
}

var _ overlay = (*palette)(nil)

// command is a row of the palette. It runs an action, goes to a topic, or puts
// its word into the entry line, for what stands behind it to be typed.
type command struct {
	word  lang.Text // "/antrag"; empty for what has none
	does  lang.Text
	act   action
	types bool
	topic capture.EntryID
	title string // of the topic
	key   string // that does the same
}

func newPalette(d *desk) *palette {
	p := &palette{desk: d}
	for _, c := range lineCommands() {
		if c.works(d) {
			p.all = append(p.all, c.command)
		}
	}
	for _, b := range bindings() {
		if len(b.keys) == 0 {
			continue
		}
		if i := p.of(b.act); i >= 0 {
			p.all[i].key = keyName(b.keys[0], d.lang)
		} else if b.in(onEntry) && inPalette(b.act) {
			p.all = append(p.all, command{does: b.text, act: b.act, key: keyName(b.keys[0], d.lang)})
		}
	}
	for _, t := range d.view.Topics {
		if !t.Current {
			p.all = append(p.all, command{does: lang.PaletteGoto, topic: t.ID, title: oneBlank(t.Title)})
		}
	}
	p.find()
	return p
}

// of returns the row of an action.
func (p *palette) of(act action) int {
	return slices.IndexFunc(p.all, func(c command) bool { return c.act == act && act != actNone })
}

// inPalette tells which actions without a command are worth a row: those that
// are more than moving and typing.
func inPalette(act action) bool {
	switch act {
	case actPromises, actEarlier, actMotion, actEditor, actSelect, actRedraw, actSuspend, actLeave:
		return true
	}
	return false
}

// find lists what fits the filter.
func (p *palette) find() {
	words := strings.Fields(lang.Key(p.filter.text))
	type hit struct{ row, rank int }
	var hits []hit
	for i := range p.all {
		if rank, ok := p.all[i].fits(words); ok {
			hits = append(hits, hit{i, rank})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return a.rank - b.rank })
	p.found = p.found[:0]
	for _, h := range hits {
		p.found = append(p.found, h.row)
	}
	p.at, p.top = 0, 0
}

// fits reports whether all words are in what the row says, and how well: at
// the start of its name, of another word, within one.
func (c *command) fits(words []string) (rank int, ok bool) {
	var names, texts []string
	for _, l := range [...]lang.Lang{lang.German, lang.English} {
		names = append(names, lang.Key(strings.TrimPrefix(c.word.In(l), "/")))
		texts = append(texts, lang.Key(c.does.In(l)))
	}
	if c.topic != "" {
		names = append(names, lang.Key(c.title))
	}
	for _, w := range words {
		w = strings.TrimPrefix(w, "/")
		switch {
		case anyOf(names, w, strings.HasPrefix):
		case anyOf(names, " "+w, strings.Contains), anyOf(names, w, strings.Contains):
			rank++
		case anyOf(texts, " "+w, strings.Contains), anyOf(texts, w, strings.HasPrefix):
			rank += 2
		case anyOf(texts, w, strings.Contains):
			rank += 3
		case anyOf(names, w, isSubsequence):
			rank += 4
		default:
			return 0, false
		}
	}
	return rank, true
}

func anyOf(all []string, w string, is func(s, w string) bool) bool {
	return slices.ContainsFunc(all, func(s string) bool { return is(s, w) })
}

// isSubsequence reports whether the letters of w stand in s in their order.
func isSubsequence(s, w string) bool {
	for _, r := range w {
		i := strings.IndexRune(s, r)
		if i < 0 {
			return false
		}
		s = s[i+1:]
	}
	return true
}

func (p *palette) keys() []binding {
	return []binding{
		{act: dlgAccept, keys: []string{"enter", "tab"}, text: lang.PaletteRun, bar: lang.PaletteBarRun},
		{act: dlgUp, keys: []string{"up"}, text: lang.DlgUp},
		{act: dlgDown, keys: []string{"down"}, text: lang.DlgDown, bar: lang.DlgBarPick},
		{act: dlgPageUp, keys: []string{"pgup"}, text: lang.KeysScrollUp},
		{act: dlgPageDown, keys: []string{"pgdown"}, text: lang.KeysScrollDown},
		helpKey(),
		{act: dlgClose, keys: []string{"esc", "ctrl+c", "f2", "ctrl+p"}, text: lang.DlgClose, bar: lang.DlgBarClose},
	}
}

func (p *palette) update(msg tea.Msg) (overlay, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		p.filter.insert(oneBlank(cleanText(msg.Content)))
		p.find()
	case tea.KeyPressMsg:
		switch act := bound(p.keys(), msg); {
		case act == dlgClose:
			return nil, nil
		case act == dlgHelp:
			return newHelp(p.desk, p), nil
		case act == dlgAccept:
			return p.run()
		case p.by(act, len(p.found), p.h):
		case p.filter.edit(msg):
			p.find()
		}
	}
	return p, nil
}

// run does what is chosen.
func (p *palette) run() (overlay, tea.Cmd) {
	if p.at >= len(p.found) {
		return p, nil
	}
	switch c := p.all[p.found[p.at]]; {
	case c.topic != "":
		if _, err := p.session.Do(capture.GotoTopic{Topic: c.topic}); err != nil {
			return p, p.fail(err)
		}
		return nil, nil
	case c.types:
		return nil, send(typeMsg{line: p.text(c.word) + " "})
	default:
		return nil, send(runMsg{act: c.act})
	}
}

func (p *palette) view(w, h int) sheet {
	shown, x := p.filter.view(p.cells, max(w-2, 1))
	s := sheet{title: p.text(lang.PaletteTitle), cursor: &point{min(x+2, w-1), 0}}
	s.rows = append(s.rows, p.row(w).put(p.inks.prompt, "› ").put("", shown).String())
	p.h = max(h-1, 1)
	p.show(p.at, p.h)
	p.clamp(len(p.found), p.h)
	if len(p.found) == 0 {
		s.rows = append(s.rows, p.row(w).put(p.inks.faint, p.text(lang.PaletteNothing)).String())
	}
	most := min(p.h, len(p.all)) // it does not jump about as one types
	for i := p.top; i < min(p.top+p.h, len(p.found)); i++ {
		s.rows = append(s.rows, p.line(&p.all[p.found[i]], i == p.at, w))
	}
	for len(s.rows) <= most {
		s.rows = append(s.rows, "")
	}
	return s
}

// line draws a row: its word, what it does, the key that does the same.
func (p *palette) line(c *command, chosen bool, w int) string {
	name, does := p.text(c.word), p.text(c.does)
	if c.topic != "" {
		name, does = "# "+c.title, p.text(c.does)
	}
	r := p.row(w)
	k := p.inks.strong
	if chosen {
		r.base, k = p.inks.chosen, ""
	}
	key := p.cells.width(c.key)
	if w < 50 {
		key = -1
	}
	nameCells := min(18, w/2)
	if name == "" {
		r.short("", does, w-key-2)
	} else {
		r.short(k, name, nameCells).fill(nameCells+1).short("", does, w-key-nameCells-3)
	}
	if key >= 0 {
		r.end(p.inks.faint, c.key)
	}
	return r.fill(w).String()
}
