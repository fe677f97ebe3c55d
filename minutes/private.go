package minutes

import (
	"fmt"
	"slices"
	"strings"

	"telko/minutes/lang"
)

// MovePrivate moves a topic out of a public file into its private one: all its
// sections, with sub-topics, motions and tasks. A neutral heading stays where
// the first of them stood, so that the minutes do not hide that there was
// something; every other line keeps its bytes.
//
// Name is the public file's. Priv may be empty, then a private file is begun
// with the same front matter and title, but no attendance. Topic is the title
// of an agenda item or a motion, or a motion's id, whatever its case; one that
// is not there, or that could be several, is an error that lists titles.
//
// The ids of moved lines stay theirs. Where both files are written, the
// private one comes first: killed in between, the topic stands twice and is
// lost nowhere.
func MovePrivate(name string, pub, priv []byte, topic string, ctx Context) (newPub, newPriv []byte, err error) {
	if isPrivateName(name) {
		return nil, nil, &LineError{name, 1, lang.E(lang.MoveFromPrivate).Hint(lang.MoveFromPrivateHint)}
	}
	f, err := Parse(name, pub, ctx)
	if err != nil {
		return nil, nil, err
	}
	privName := strings.TrimSuffix(name, ".md") + PrivateSuffix + ".md"
	if len(priv) > 0 {
		if _, err := Parse(privName, priv, ctx); err != nil {
			return nil, nil, err
		}
	}
	cuts, err := f.topicSections(topic)
	if err != nil {
		return nil, nil, err
	}
	nl := lineBreak(pub)
	var moved strings.Builder
	var edits []edit
	for i, c := range cuts {
		at := f.sectionBytes(c[0], c[1])
		moved.WriteString(nl + strings.TrimRight(string(at.Of(pub)), "\r\n") + nl)
		stays := ""
		if i == 0 {
			level := max(f.Sections[c[0]].Level, 2)
			stays = strings.Repeat("#", level) + " " + f.neutralTitle(ctx.Lang) + nl
			if at.End < len(pub) {
				stays += nl
			}
		}
		edits = append(edits, edit{at, stays})
	}
	if len(priv) == 0 {
		priv = f.privateHead()
	}
	newPub = endInOneBreak(splice(pub, edits))
	newPriv = append(endInOneBreak(slices.Clone(priv)), moved.String()...)
	// What was moved must be whole there and gone here.
	if _, err := Parse(name, newPub, ctx); err != nil {
		return nil, nil, err
	}
	if _, err := Parse(privName, newPriv, ctx); err != nil {
		return nil, nil, err
	}
	return newPub, newPriv, nil
}

// HasTopic reports whether f has a topic or motion that topic names, as
// MovePrivate finds it.
func (f *File) HasTopic(topic string) bool {
	cuts, _ := f.topicSections(topic)
	return len(cuts) > 0
}

// topicSections returns the runs of sections, first and last, that belong to a
// topic. Where several topics are called so they come with an error.
func (f *File) topicSections(topic string) ([][2]int, error) {
	want := key(strings.TrimPrefix(strings.TrimSpace(topic), "#"))
	match := func(s *Section) bool {
		if s.Level == 0 {
			return false
		}
		bare, _ := cleanTitle(s.Title)
		if key(bare) == want || key(s.Title) == want {
			return true
		}
		return s.Motion != nil && (key(string(s.Motion.ID)) == want || s.Motion.Title != "" && key(s.Motion.Title) == want)
	}
	var cuts [][2]int
	var titles []string
	for i := 0; i < len(f.Sections); i++ {
		s := &f.Sections[i]
		if !movable(s.Kind) {
			continue
		}
		if bare, _ := cleanTitle(s.Title); !slices.Contains(titles, bare) {
			titles = append(titles, bare)
		}
		if !match(s) {
			continue
		}
		last := i
		for last+1 < len(f.Sections) && f.Sections[last+1].Level > s.Level {
			last++
		}
		cuts = append(cuts, [2]int{i, last})
		i = last
	}
	if len(cuts) == 0 {
		err := lang.E(lang.NoSuchTopic, topic)
		if len(titles) > 0 {
			err.Hint(lang.TopicsAre, strings.Join(titles, ", "))
		}
		return nil, &LineError{f.name, 1, err}
	}
	if lines := f.separateTopics(cuts); len(lines) > 1 {
		return cuts, &LineError{f.name, lines[0], lang.E(lang.AmbiguousTopic, topic, joinInts(lines)).Hint(lang.AmbiguousTopicHint)}
	}
	return cuts, nil
}

// separateTopics returns the lines of those cuts that are topics of their own,
// not the continuation of the one before.
func (f *File) separateTopics(cuts [][2]int) []int {
	var lines []int
	for i, c := range cuts {
		s := &f.Sections[c[0]]
		if _, continued := cleanTitle(s.Title); i == 0 || !continued {
			lines = append(lines, s.Line)
		}
	}
	return lines
}

// movable reports whether sections of kind k can be private.
func movable(k SectionKind) bool {
	return k == SectionTopic || k == SectionMotion || k == SectionPlan
}

// sectionBytes returns where the sections from first to last stand.
func (f *File) sectionBytes(first, last int) Span {
	start, _ := lineSpan(f.src, f.Sections[first].Line)
	end := len(f.src)
	if last+1 < len(f.Sections) {
		if next, ok := lineSpan(f.src, f.Sections[last+1].Line); ok {
			end = next.Start
		}
	}
	return Span{start.Start, end}
}

// neutralTitle returns a heading that says nothing, and that no other topic
// of the file has.
func (f *File) neutralTitle(l lang.Lang) string {
	title := lang.WritePrivatePart.In(l)
	for n := 2; ; n++ {
		taken := slices.ContainsFunc(f.Sections, func(s Section) bool { return equalFold(s.Title, title) })
		if !taken {
			return title
		}
		title = fmt.Sprintf("%s %d", lang.WritePrivatePart.In(l), n)
	}
}

// privateHead returns the beginning of a private file beside f.
func (f *File) privateHead() []byte {
	nl := lineBreak(f.src)
	head := "---" + nl
	for _, e := range f.front.Keys {
		if !equalFold(e.Key, "page") {
			head += string(e.At.Of(f.src)) + nl
		}
	}
	head += "---" + nl
	if !f.title.Empty() {
		head += nl + string(f.title.Of(f.src)) + nl
	}
	return []byte(head)
}

func joinInts(ns []int) string {
	var parts []string
	for _, n := range ns {
		parts = append(parts, fmt.Sprint(n))
	}
	return strings.Join(parts, ", ")
}
