package wiki

import (
	"slices"
	"strings"
	"unicode/utf8"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
)

// withdrawn returns what was published with base, what text has no more, and what
// is private now: the titles of topics that stand in the private file, or in
// whose place a neutral heading stands; where there is none, how many lines stand
// there. It is the only place where publishing looks into a private file, and it
// returns nothing but what was public before.
func (d *Desk) withdrawn(ref archive.Ref, base, text string) (topics []string, lines int) {
	if base == text {
		return nil, 0
	}
	from, to := d.sectionsOf(ref, base), d.sectionsOf(ref, text)
	before, left := titles(from), titles(to)
	for _, t := range before {
		if !slices.ContainsFunc(left, func(s string) bool { return lang.Key(s) == lang.Key(t) }) && !isNeutral(t) {
			topics = append(topics, t)
		}
	}
	if len(topics) > 0 && neutral(left) > neutral(before) {
		return topics, 0
	}
	lost := lostLines(from, to)
	if len(topics)+len(lost) == 0 {
		return nil, 0
	}
	f, err := d.Files.LoadPrivate(ref)
	switch {
	case err != nil:
		return topics, len(lost) // what cannot be read may hold it
	case f == nil:
		return nil, 0
	}
	private := titles(f.Sections)
	topics = slices.DeleteFunc(topics, func(t string) bool {
		return !slices.ContainsFunc(private, func(s string) bool { return lang.Key(s) == lang.Key(t) })
	})
	if len(topics) > 0 {
		return topics, 0
	}
	for line := range d.hiddenLines(f) {
		if lost[line] {
			lines++
		}
	}
	return nil, lines
}

// logPage returns where the log of tasks is on the wiki, "" for nowhere: what was
// noted there of a task outlives the page of its meeting.
func (j *job) logPage() string {
	if j.desk == nil || j.desk.Workspace == nil {
		return ""
	}
	return j.desk.Workspace.Settings().Wiki.LogPage
}

// sectionsOf returns the sections of a text of the meeting.
func (d *Desk) sectionsOf(ref archive.Ref, text string) []minutes.Section {
	f, err := d.parse(ref, []byte(text))
	if err != nil {
		return nil
	}
	return f.Sections
}

// hiddenLines returns the lines of a private file as they would be public.
func (d *Desk) hiddenLines(f *minutes.File) map[string]bool {
	o := d.Workspace.PublicOptions()
	if !o.NamesAsNick {
		return lineKeys(f.Sections, nil)
	}
	return lineKeys(f.Sections, minutes.NicksFor(o.People))
}

// lostLines returns the lines of before that after has nowhere.
func lostLines(before, after []minutes.Section) map[string]bool {
	lost := lineKeys(before, nil)
	for line := range lineKeys(after, nil) {
		delete(lost, line)
	}
	return lost
}

// lineKeys returns the lines of sections by which they are found again, with
// nicks also as those would have them.
func lineKeys(sections []minutes.Section, nicks func(string) (string, bool)) map[string]bool {
	out := map[string]bool{}
	for _, s := range sections {
		for line := range strings.Lines(s.Title + "\n" + s.Body) {
			out[lineKey(line)] = true
			if nicks == nil {
				continue
			}
			if text, ok := nicks(line); ok {
				out[lineKey(text)] = true
			}
		}
	}
	delete(out, "")
	return out
}

// shortLine is the number of letters and digits below which a line may stand in
// two files by chance.
const shortLine = 8

// lineKey is what a line is found by, whatever list or heading it stands in: its
// letters and digits, without an id. It is "" for a line that says too little, or
// what many motions say behind a label ("**Beschluss:** angenommen").
func lineKey(line string) string {
	if strings.HasPrefix(strings.TrimLeft(line, " >"), "**") {
		return ""
	}
	line, _, _ = strings.Cut(line, " #")
	k := letters(lang.Key(line))
	if utf8.RuneCountInString(k) < shortLine {
		return ""
	}
	return k
}

func titles(sections []minutes.Section) []string {
	var out []string
	for _, s := range sections {
		if s.Level > 0 && s.Title != "" {
			out = append(out, s.Title)
		}
	}
	return out
}

// neutral counts the headings that stand for something private.
func neutral(titles []string) int {
	n := 0
	for _, t := range titles {
		if isNeutral(t) {
			n++
		}
	}
	return n
}

func isNeutral(title string) bool { return lang.IsPrivatePart(title) }
