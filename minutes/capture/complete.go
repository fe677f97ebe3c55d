package capture

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"telko/minutes/lang"
	"telko/tasks"
)

// mostCompletions is how many completions are offered at once: more than one
// looks through while others talk.
const mostCompletions = 20

// Complete returns what the line could become at the cursor, a byte offset, the
// likeliest first: nicks behind + - ? and in brackets, topics behind # and ~,
// commands behind /, pages behind [[, numbers of tasks behind #. It is nothing
// where text is typed.
func (s *Session) Complete(line string, cursor int) []Completion {
	return s.grammar().complete(line, cursor)
}

// stretch is a part of a line that is being completed.
type stretch struct {
	line     string
	from, to int    // what is replaced
	word     string // what of it is typed
	behind   string // what goes behind a completion
}

func (g *grammar) complete(line string, cursor int) []Completion {
	cursor = min(max(cursor, 0), len(line))
	for cursor > 0 && !utf8.RuneStart(byteAt(line, cursor)) {
		cursor--
	}
	start := runOf(line, '\t')
	if cursor <= start {
		return nil
	}
	head := line[start:cursor]
	at := func(from int) stretch { return stretch{line: line, from: start + from, to: cursor, word: head[from:]} }
	if i := strings.LastIndex(head, "[["); i >= 0 && !strings.Contains(head[i:], "]]") {
		return g.completePage(at(i + 2))
	}
	if i := lastWord(head); head[i:] != "" && head[i] == '@' {
		return g.completeNick(at(i+1), '@', true)
	}
	switch head[0] {
	case '/':
		return g.completeCommand(head, at)
	case '+', '-', '?':
		return g.completeAttendance(head, at)
	case '~':
		if i := len("~ "); len(head) >= i && isBlankAt(head, 1) && !strings.Contains(head, ": ") {
			s := at(i)
			s.behind = ": "
			return g.completeTopic(s, 1)
		}
	case '#':
		if n := runOf(head, '#'); n < len(head) && head[n] == ' ' {
			return g.completeTopic(at(n+1), n)
		}
	}
	if head[0] == '!' || head[0] == '#' {
		if i := strings.LastIndexByte(head, '('); i >= 0 && !strings.Contains(head[i:], ")") {
			from := i + 1
			if j := strings.LastIndexAny(head, ",;"); j >= from {
				from = j + 1
			}
			return g.completeNick(at(skipBlanks(head, from)), '(', true)
		}
	}
	i := lastWord(head)
	if head[i:] != "" && head[i] == '#' {
		return g.completeTask(at(i+1), i == 0)
	}
	if head[0] == '#' && strings.Count(head, " ") == 1 && isShortID(head[1:strings.IndexByte(head, ' ')]) {
		return g.completeState(at(i))
	}
	return nil
}

func byteAt(s string, i int) byte {
	if i == len(s) {
		return 0
	}
	return s[i]
}

// lastWord returns where the last word of s begins, behind a blank or an open
// bracket.
func lastWord(s string) int { return strings.LastIndexAny(s, " \t(") + 1 }

func skipBlanks(s string, i int) int {
	for i < len(s) && s[i] == ' ' {
		i++
	}
	return i
}

// candidate is what a word could become.
type candidate struct {
	insert, label, note string
	forms               []string // folded
	kind                CompletionKind
}

// offer returns those of the candidates that the word of s may be the beginning
// of, those that it begins before those that it is but like.
func offer(s stretch, among []candidate) []Completion {
	const worst = 3
	var ranked [worst][]Completion
	words := lang.Spellings(s.word)
	if s.word == "" {
		words = []string{""}
	}
	for _, c := range among {
		rank := worst
		for _, w := range words {
			for i, form := range c.forms {
				switch {
				case strings.HasPrefix(form, w):
					rank = min(rank, min(i, 1))
				case isWithin(w, form):
					rank = min(rank, 2)
				}
			}
		}
		if rank == worst {
			continue
		}
		text := s.line[:s.from] + c.insert + s.behind
		rest := s.line[s.to:]
		if strings.HasPrefix(rest, s.behind) && s.behind != "" {
			rest = rest[len(s.behind):]
		}
		ranked[rank] = append(ranked[rank], Completion{Text: text + rest, Cursor: len(text), Label: c.label, Note: c.note, Kind: c.kind})
	}
	out := slices.Concat(ranked[:]...)
	return out[:min(len(out), mostCompletions)]
}

// isWithin reports whether the letters of w, two or more, stand in form in their
// order, and form begins with the first.
func isWithin(w, form string) bool {
	if utf8.RuneCountInString(w) < 2 || form == "" || w[0] != form[0] {
		return false
	}
	for _, r := range w {
		i := strings.IndexRune(form, r)
		if i < 0 {
			return false
		}
		form = form[i+utf8.RuneLen(r):]
	}
	return true
}

func (g *grammar) completePage(s stretch) []Completion {
	s.behind = "]]"
	var among []candidate
	for _, p := range g.pages {
		forms := lang.Spellings(p)
		if i := strings.LastIndexByte(p, '/'); i >= 0 {
			forms = append(forms, lang.Spellings(p[i+1:])...)
		}
		among = append(among, candidate{insert: p, label: p, forms: forms, kind: CompletePage})
	}
	return offer(s, among)
}

func (g *grammar) completeTopic(s stretch, n int) []Completion {
	var open, done []candidate
	add := func(t *Topic) {
		forms := lang.Spellings(t.Title)
		for _, form := range forms {
			forms = append(forms, behindFirst(form)...)
		}
		c := candidate{insert: t.Title, label: t.Title, forms: forms, kind: CompleteTopic}
		if t.Done || t.Current {
			done = append(done, c)
		} else {
			open = append(open, c)
		}
	}
	if n > 1 {
		for _, t := range g.below() {
			add(t)
		}
	} else {
		for i := range g.v.Topics {
			add(&g.v.Topics[i])
		}
	}
	return offer(s, append(open, done...))
}

func (g *grammar) completeTask(s stretch, first bool) []Completion {
	var among []candidate
	add := func(number, text string, forms ...string) {
		c := candidate{insert: number, label: "#" + number, note: excerpt(text), forms: forms, kind: CompleteTask}
		if first {
			c.insert += " "
		}
		among = append(among, c)
	}
	for _, e := range slices.Backward(g.v.Entries) {
		if e.Kind != KindTask || e.Number == 0 && e.TaskID == "" {
			continue
		}
		number := shortID(&Change{Of: e.ID, Number: e.Number})
		if !first {
			if number = string(e.TaskID); number == "" {
				continue
			}
		}
		add(number, e.Text, taskForms(number, e.TaskID, e.Text)...)
	}
	for i := range g.earlier {
		t := &g.earlier[i]
		add(string(t.ID), t.Text, taskForms(string(t.ID), t.ID, t.Text)...)
	}
	return offer(s, among)
}

// taskForms returns what a task may be called by: its number, parts of its id,
// the words of its text.
func taskForms(number string, id tasks.ID, text string) []string {
	forms := []string{number, string(id)}
	parts := id.Components()
	for i := range parts {
		forms = append(forms, strings.Join(parts[i:], "-"))
	}
	for word := range strings.FieldsFuncSeq(lang.Key(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if utf8.RuneCountInString(word) > 2 {
			forms = append(forms, lang.Spellings(word)...)
		}
	}
	return forms
}

func (g *grammar) completeState(s stretch) []Completion {
	var among []candidate
	for _, w := range lang.TaskWordsOf(g.lang()) {
		among = append(among, candidate{insert: w, label: w, forms: lang.Spellings(w), kind: CompleteWord})
	}
	return offer(s, among)
}
