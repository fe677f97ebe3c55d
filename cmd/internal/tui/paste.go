package tui

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/unicode/norm"

	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/motions"
)

// longLine is from how many bytes a line that is pasted is text to be taken as
// a whole, rather than one to be edited in a row.
const longLine = 2000

// pasted returns text from the clipboard as it may be kept: in NFC, its lines
// ending in \n, without escape sequences and control characters. No character
// of the text itself is lost.
func pasted(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.ReplaceAll(s, "\r", "\n")
	s = stripSequences(s)
	return norm.NFC.String(strings.ToValidUTF8(clean(s), "\uFFFD"))
}

// stripSequences takes out escape sequences. One that does not end within its
// line, or is very long, is none: of it the escape character alone goes, with
// the rest of the control characters.
func stripSequences(s string) string {
	s = strings.ReplaceAll(s, string(pasteEscape), "\x1b")
	i := strings.IndexByte(s, '\x1b')
	if i < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for ; i >= 0; i = strings.IndexByte(s, '\x1b') {
		b.WriteString(s[:i])
		s = s[i+sequence(s[i:]):]
	}
	b.WriteString(s)
	return b.String()
}

// sequence returns how long the escape sequence is that s begins with, at
// least 1.
func sequence(s string) int {
	const most = 256
	s = s[:min(len(s), most)]
	if len(s) < 2 {
		return len(s)
	}
	switch c := s[1]; {
	case c == '[': // CSI: parameters, intermediates, one final character
		for i := 2; i < len(s); i++ {
			switch c := s[i]; {
			case c >= 0x40 && c <= 0x7e:
				return i + 1
			case c < 0x20 || c > 0x3f:
				return 1
			}
		}
	case c == ']' || c == 'P' || c == '_' || c == '^' || c == 'X': // up to BEL or ESC \
		for i := 2; i < len(s); i++ {
			switch {
			case s[i] == '\a':
				return i + 1
			case s[i] == '\x1b' && i+1 < len(s) && s[i+1] == '\\':
				return i + 2
			case s[i] == '\n' || s[i] == '\x1b':
				return 1
			}
		}
	case c == 'O' && len(s) > 2 && (s[2] >= 'A' && s[2] <= 'Z' || s[2] >= 'a' && s[2] <= 'z'):
		return 3
	case c == '(' || c == ')':
		return min(3, len(s))
	case c == '7' || c == '8' || c == '=' || c == '>' || c == 'c':
		return 2
	}
	return 1
}

// paste takes what came from the clipboard: one line goes into the entry line,
// more are offered as one entry.
func (a *app) paste(content string) tea.Cmd {
	text := pasted(content)
	if a.panel.chosen != "" {
		a.endChoosing()
	}
	one := strings.Trim(text, "\n")
	if !strings.Contains(one, "\n") && len(one) <= longLine {
		if one != "" {
			a.entry.insert(one)
			a.edited()
		}
		return nil
	}
	if strings.TrimSpace(text) == "" {
		return nil
	}
	return a.open(newPasting(a, one))
}

// pasting is the offer to take pasted text as one entry. It stands there
// because its user pasted something, so it may take keys at once; letters do
// nothing, as somebody may go on typing.
type pasting struct {
	*desk
	app    *app
	text   string
	as     []pasteAs
	chosen int
	failed string
}

// pasteAs is something that text can be taken as.
type pasteAs struct {
	kind    capture.Kind
	passage motions.Kind
}

func newPasting(a *app, text string) *pasting {
	p := &pasting{desk: a.desk, app: a, text: text, as: []pasteAs{{kind: capture.KindNote}}}
	if a.view.Motion == "" {
		return p
	}
	for i, k := range []motions.Kind{motions.TextPart, motions.Reasons, motions.Answer, motions.Comment, motions.Amendment} {
		p.as = append(p.as, pasteAs{capture.KindPassage, k})
		if a.view.Open && a.view.Passage == k || !a.view.Open && k == motions.TextPart {
			p.chosen = i + 1
		}
	}
	return p
}

const (
	pasteTake = actAccept
	pasteNext = actNestIn
	pasteLast = actNestOut
	pasteLine = actLineEnd
	pasteDrop = actDismiss
)

func (p *pasting) keys() []binding {
	keys := []binding{{act: pasteTake, keys: []string{"enter"}, text: lang.PasteTake, bar: lang.BarTake}}
	if len(p.as) > 1 {
		keys = append(keys,
			binding{act: pasteNext, keys: []string{"tab", "right", "down"}, text: lang.PasteOther, bar: lang.BarOther},
			binding{act: pasteLast, keys: []string{"shift+tab", "left", "up"}, text: lang.PasteOther})
	}
	return append(keys,
		binding{act: pasteLine, keys: []string{"ctrl+e"}, text: lang.PasteLine, bar: lang.BarAsLine},
		binding{act: pasteDrop, keys: []string{"esc"}, text: lang.PasteDrop, bar: lang.BarDrop})
}

func (p *pasting) update(msg tea.Msg) (overlay, tea.Cmd) {
	if more, ok := msg.(tea.PasteMsg); ok { // a second part of the same text
		p.text += "\n" + strings.Trim(pasted(more.Content), "\n")
		return p, nil
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return p, nil
	}
	switch bound(p.keys(), k) {
	case pasteTake:
		return p.take()
	case pasteNext:
		p.chosen = (p.chosen + 1) % len(p.as)
	case pasteLast:
		p.chosen = (p.chosen + len(p.as) - 1) % len(p.as)
	case pasteLine:
		p.app.entry.insert(strings.Join(strings.Fields(p.text), " "))
		p.app.edited()
		return nil, nil
	case pasteDrop:
		return nil, say(p.desk.text(lang.ScreenDropped))
	}
	return p, nil
}

// take has the text accepted; if it is not, it stays here.
func (p *pasting) take() (overlay, tea.Cmd) {
	as := p.as[p.chosen]
	r, err := p.session.Do(capture.PasteText{Text: p.text, Kind: as.kind, Passage: as.passage})
	if err != nil {
		p.failed = cleanLine(lang.Say(err, p.lang))
		return p, nil
	}
	p.app.entry.last = r
	return nil, nil
}

func (p *pasting) name(as pasteAs) string {
	if as.kind == capture.KindNote {
		return p.desk.text(lang.KindNote)
	}
	return p.passageName(as.passage)
}

func (p *pasting) view(w, h int) sheet {
	s := sheet{title: p.desk.text(lang.PasteTitle, strings.Count(p.text, "\n")+1, utf8.RuneCountInString(p.text))}
	r := p.row(w).put("", " "+p.desk.text(lang.PasteAs)+" ")
	for i, as := range p.as {
		ink := p.inks.faint
		if i == p.chosen {
			ink = p.inks.chosen
		}
		r.put(ink, " "+p.name(as)+" ").put("", " ")
	}
	s.rows = append(s.rows, r.String())
	if p.failed != "" {
		s.rows = append(s.rows, p.row(w).short(p.inks.bad, " "+p.desk.text(lang.ScreenRefused, p.failed), w).String())
	}
	// Enough of the text to know it again: its first lines, and its last one.
	room := min(h-len(s.rows), 8)
	lines := strings.SplitN(p.text, "\n", max(room, 1))
	for i, l := range lines {
		if i == room-1 && len(lines) == room {
			if j := strings.LastIndexByte(l, '\n'); j >= 0 {
				l = "… " + l[j+1:]
			}
		}
		head, _ := p.cells.cut(l, w)
		s.rows = append(s.rows, p.row(w).short(p.inks.faint, "  "+head, w).String())
	}
	return s
}
