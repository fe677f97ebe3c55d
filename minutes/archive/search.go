package archive

import (
	"bytes"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Hit is a line of a meeting that was searched for.
type Hit struct {
	Ref     Ref
	Path    string // of the file it is in, the public or the private one
	Private bool
	Line    int    // from 1
	Topic   string // the heading above it, "" if it is above all topics
	Text    string // the line, without white space at its ends
}

// Search returns the lines of minutes that hold all words, whatever their case,
// in order of meetings and lines. Want says in which meetings (nil: all). The
// front matter is not searched. It reads the files as they are, without taking
// them apart, so that ten years of minutes are searched while one looks.
func (w *Workspace) Search(words []string, want func(Ref) bool) ([]Hit, []Problem, error) {
	s := newSearcher(words)
	if len(s.words) == 0 {
		return nil, nil, nil
	}
	l, err := w.list()
	if err != nil {
		return nil, nil, err
	}
	refs := map[string]Ref{}
	for _, r := range w.refs(l) {
		if want == nil || want(r) {
			refs[r.ID] = r
		}
	}
	wanted := func(i int) bool { _, ok := refs[l.files[i].id]; return ok }
	dirs := openDirs(w, l, wanted)
	defer dirs.close()
	hits, errs := make([][]Hit, len(l.files)), make([]error, len(l.files))
	var next atomic.Int64
	work := func() {
		var raw, low []byte
		for {
			i := int(next.Add(1)) - 1
			if i >= len(l.files) {
				return
			}
			if !wanted(i) {
				continue
			}
			f := l.files[i]
			src, _, err := dirs.read(f, maxMeeting, raw)
			if err != nil {
				errs[i] = err
				continue
			}
			raw = src
			if low = s.fold(low, src); s.none(low) {
				continue
			}
			hits[i] = s.lines(low, src, Hit{Ref: refs[f.id], Path: l.path(f), Private: f.private})
		}
	}
	var wg sync.WaitGroup
	for range min(2, runtime.GOMAXPROCS(0)) - 1 {
		wg.Go(work)
	}
	work()
	wg.Wait()
	var problems []Problem
	for i, err := range errs {
		if err != nil {
			problems = append(problems, problemOf(l.path(l.files[i]), err))
		}
	}
	return slices.Concat(hits...), problems, nil
}

// searcher looks for words in texts whose case is folded.
type searcher struct {
	words [][]byte // folded, the longest first: it is found least often
	slow  bool     // a word has letters whose case only Unicode's tables know
}

func newSearcher(words []string) *searcher {
	s := &searcher{}
	for _, word := range words {
		word = norm.NFC.String(strings.TrimSpace(word))
		if word == "" {
			continue
		}
		for _, r := range word {
			s.slow = s.slow || r > 0xff && strings.ToLower(string(r)) != strings.ToUpper(string(r))
		}
		s.words = append(s.words, []byte(word))
	}
	for i, word := range s.words {
		s.words[i] = s.fold(nil, word)
	}
	slices.SortStableFunc(s.words, func(a, b []byte) int { return len(b) - len(a) })
	return s
}

// fold returns src in lower case, in dst if that is large enough. Most texts
// are of Latin letters, whose lower case is as long and found without tables.
func (s *searcher) fold(dst, src []byte) []byte {
	if s.slow || bytes.IndexByte(src, 0xcc) >= 0 || bytes.IndexByte(src, 0xcd) >= 0 { // accents of their own
		// Upper case first: it unites the two small sigmas.
		return []byte(strings.ToLower(strings.ToUpper(norm.NFC.String(string(src)))))
	}
	dst = append(dst[:0], src...)
	for i, c := range dst {
		switch {
		case c >= 'A' && c <= 'Z':
			dst[i] = c + 'a' - 'A'
		case c >= 0x80 && c <= 0x9e && c != 0x97 && i > 0 && dst[i-1] == 0xc3: // À to Þ
			dst[i] = c + 0x20
		}
	}
	return dst
}

// none reports whether a text lacks one of the words.
func (s *searcher) none(low []byte) bool {
	for _, word := range s.words {
		if !bytes.Contains(low, word) {
			return true
		}
	}
	return false
}

// lines returns the lines that hold all words. Folding keeps line breaks, so
// that lines have one number in both texts.
func (s *searcher) lines(low, src []byte, hit Hit) []Hit {
	var out []Hit
	front, fenced, topic := bytes.HasPrefix(src, []byte("---")), false, ""
	for n := 1; len(src) > 0; n++ {
		var line, folded []byte
		line, src = cutLine(src)
		folded, low = cutLine(low)
		if front {
			front = n == 1 || strings.TrimRight(string(line), " \t\r") != "---"
			continue
		}
		trimmed := strings.TrimSpace(string(line))
		switch {
		case strings.HasPrefix(trimmed, "```"), strings.HasPrefix(trimmed, "~~~"):
			fenced = !fenced
		case !fenced:
			if t, ok := heading(trimmed); ok {
				topic = t
			}
		}
		if s.all(folded) {
			hit.Line, hit.Topic, hit.Text = n, topic, strings.ToValidUTF8(trimmed, string(utf8.RuneError))
			out = append(out, hit)
		}
	}
	return out
}

func (s *searcher) all(folded []byte) bool {
	for _, word := range s.words {
		if !bytes.Contains(folded, word) {
			return false
		}
	}
	return true
}

func cutLine(b []byte) (line, rest []byte) {
	if i := bytes.IndexByte(b, '\n'); i >= 0 {
		return b[:i], b[i+1:]
	}
	return b, nil
}

// heading returns the text of a heading below the title.
func heading(line string) (string, bool) {
	text := strings.TrimLeft(line, "#")
	level := len(line) - len(text)
	if level < 2 || level > 6 || text != "" && text[0] != ' ' && text[0] != '\t' {
		return "", false
	}
	return strings.TrimSpace(text), true
}
