package minutes

import (
	"html"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	gmtext "github.com/yuin/goldmark/text"

	"telko/tasks"
	"telko/tasks/when"
)

// PublicTasks are tasks as they may leave the team, in a calendar, a mail or on
// a page. Only NewPublicTasks makes them; the zero PublicTasks is empty.
type PublicTasks struct {
	ts []tasks.Task
}

// NewPublicTasks returns the tasks of public minutes with what the public log
// says of them, in the order of ps, and behind them those that the log alone
// has: they were added between meetings, in a log that is public. Events of the
// private log are left out, whoever passes them, and so is every task that
// neither public minutes nor such an add know, as one whose topic was made
// private later. Of the events' reasons and notes nothing is left.
//
// Of what those in the log say HTML comments are left out, and with NamesAsNick
// it has nicks for names; a task is left out in which a name cannot be replaced,
// or that is marked as private.
func NewPublicTasks(ps []Public, log []tasks.Event, o PublicOptions) PublicTasks {
	var base []tasks.Task
	for _, p := range ps {
		base = append(base, p.Meeting().Tasks...)
	}
	evs := make([]tasks.Event, 0, len(log))
	for _, e := range log {
		if !e.Private {
			evs = append(evs, e)
		}
	}
	folded, _ := tasks.Fold(base, evs)
	names := hiderOf(o)
	var out []tasks.Task
	for i, t := range folded {
		if t.Orphan || t.Private {
			continue
		}
		if i >= len(base) {
			var ok bool
			if t.Text, ok = publicWords(t.Text, names); !ok || t.Text == "" {
				continue
			}
		}
		t.History = slices.Clone(t.History)
		for k := range t.History {
			t.History[k].Text = ""
		}
		out = append(out, t)
	}
	return PublicTasks{out}
}

// All returns a copy of the tasks.
func (p PublicTasks) All() []tasks.Task {
	out := slices.Clone(p.ts)
	for i := range out {
		out[i].Assignees = slices.Clone(out[i].Assignees)
		out[i].History = slices.Clone(out[i].History)
	}
	return out
}

// Select returns those that q selects.
func (p PublicTasks) Select(q *tasks.Query) PublicTasks { return PublicTasks{q.Select(p.ts)} }

// Sorted returns them in an order.
func (p PublicTasks) Sorted(o tasks.Order, today when.Date) PublicTasks {
	out := slices.Clone(p.ts)
	tasks.SortBy(out, o, today)
	return PublicTasks{out}
}

// Len returns how many there are.
func (p PublicTasks) Len() int { return len(p.ts) }

// PlainText returns a line of Markdown as a reader sees it: without the marks
// of emphasis, links and escapes.
func PlainText(md string) string {
	if !strings.ContainsAny(md, "\\`*_[]<>&~!") {
		return md
	}
	src := []byte("x " + md) // what would begin a block is text all the same
	var b strings.Builder
	_ = ast.Walk(goldmark.DefaultParser().Parse(gmtext.NewReader(src)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if entering && n.Parent().Kind() == ast.KindCodeSpan {
				b.Write(n.Segment.Value(src))
			} else if entering {
				b.WriteString(Unescape(string(n.Segment.Value(src))))
			}
			if entering && (n.SoftLineBreak() || n.HardLineBreak()) {
				b.WriteByte(' ')
			}
		case *ast.String:
			if entering {
				b.Write(n.Value)
			}
		case *ast.AutoLink:
			if entering {
				b.Write(n.Label(src))
			}
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimSpace(strings.TrimPrefix(b.String(), "x "))
}

// Unescape returns Markdown text without its escapes, and its entities as what
// they stand for: from left to right, since an entity may be escaped.
func Unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s) && isPunct(s[i+1]):
			i++
		case c == '&':
			end := strings.IndexByte(s[i:], ';')
			if end < 0 || strings.ContainsAny(s[i+1:i+end], "&\\ ") {
				break // another one begins before this one ends
			}
			if char := html.UnescapeString(s[i : i+end+1]); char == ";" || !strings.HasSuffix(char, ";") {
				b.WriteString(char)
				i += end
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
