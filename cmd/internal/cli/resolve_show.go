package cli

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/wiki"
	"telko/wiki/wikitext"
)

// showContested shows a place that both sides changed: what it was, what it is
// here, and what on the wiki, with who changed it there and when.
func (a *app) showContested(d *wiki.Dispute, i int) {
	c := &d.Contested[i]
	a.out.talk("")
	a.out.Talk(lang.ResolvePlace, d.Ref.ID, i+1, len(d.Contested))
	a.showSide(lang.ResolveBase.In(a.lang, d.Base.Revision), c.Base)
	a.showSide(lang.ResolveOurs.In(a.lang), c.Ours)
	for _, v := range c.By {
		line := lang.ResolveBy.In(a.lang, userOf(v.User), a.minute(v.Time), v.Revision)
		if v.Comment != "" {
			line += ": " + oneLine(v.Comment)
		}
		a.out.talk("  " + line)
	}
	a.showSide(lang.ResolveTheirs.In(a.lang), c.Theirs)
}

// userOf returns a user's name for people; a wiki can hide it.
func userOf(name string) string {
	if name == "" {
		return "?"
	}
	return name
}

// minute writes an instant in the team's time zone.
func (a *app) minute(t time.Time) string {
	if ws, err := a.workspace(); err == nil {
		t = t.In(ws.Location())
	}
	return t.Format("2006-01-02 15:04")
}

// showSide shows the text of one side, indented.
func (a *app) showSide(head, text string) {
	a.out.talk("  " + head)
	if text = block(text); text == "" {
		text = lang.ResolveEmpty.In(a.lang)
	}
	for line := range strings.Lines(text) {
		a.out.talk("    | " + strings.TrimRight(line, "\r\n"))
	}
}

// askChoice asks the person at the terminal about one place.
func (a *app) askChoice(ws *archive.Workspace, d *wiki.Dispute, i int, edited *copies) (wikitext.Choice, error) {
	a.showContested(d, i)
	for {
		word, err := a.ask(lang.ResolveAsk, "")
		if err != nil {
			return wikitext.Choice{}, err
		}
		if take, ok := readSide(word); ok {
			return wikitext.Choice{Take: take}, nil
		}
		switch strings.ToLower(word) {
		case "e", "edit", "eigener":
			text, err := a.editContested(ws, d, i, edited)
			if err != nil {
				return wikitext.Choice{}, err
			}
			if text != nil {
				return ownText(*text, &d.Contested[i]), nil
			}
		case "q", "quit", "a", "abbrechen":
			return wikitext.Choice{}, errCancelled
		default:
			a.out.Talk(lang.ResolveAnswers)
		}
	}
}

// copies are the files in which a person edited texts. They are kept until their
// texts are where they belong.
type copies []string

// remove removes them.
func (c copies) remove() {
	for _, path := range c {
		_ = os.RemoveAll(filepath.Dir(path))
	}
}

// editContested opens the place in the user's editor, with both texts between
// marks as git has them. It returns nil if marks are left, or nothing was
// written: then the person is asked again.
func (a *app) editContested(ws *archive.Workspace, d *wiki.Dispute, i int, edited *copies) (*string, error) {
	c := &d.Contested[i]
	before := "<<<<<<< " + lang.ResolveOurs.In(a.lang) + "\n" + ended(c.Ours) + "||||||| " + lang.ResolveBase.In(a.lang, d.Base.Revision) +
		"\n" + ended(c.Base) + "=======\n" + ended(c.Theirs) + ">>>>>>> " + lang.ResolveTheirs.In(a.lang) + "\n"
	copied, err := a.editCopy(ws, d.Ref.ID+".md", []byte(before))
	if err != nil {
		return nil, err
	}
	*edited = append(*edited, copied)
	if err := a.runEditor(copied); err != nil {
		return nil, lang.E(lang.EditorFailed, err).Hint(lang.EditKept, copied)
	}
	after, err := os.ReadFile(copied)
	if err != nil {
		return nil, err
	}
	text := string(after)
	if text == before {
		a.out.Talk(lang.EditUnchanged)
		return nil, nil
	}
	for line := range strings.Lines(text) {
		if m := strings.TrimRight(line, "\r\n"); strings.HasPrefix(m, "<<<<<<<") || strings.HasPrefix(m, ">>>>>>>") || strings.HasPrefix(m, "|||||||") || m == "=======" {
			a.out.Talk(lang.ResolveMarksLeft)
			return nil, nil
		}
	}
	return &text, nil
}

// disputeJSON is what a person has to decide about a meeting.
type disputeJSON struct {
	Meeting   string          `json:"meeting"`
	Page      string          `json:"page"`
	URL       string          `json:"url"`
	Reason    string          `json:"reason"`
	Message   string          `json:"message"`
	Base      int             `json:"base"`
	Revision  int             `json:"revision"`
	Conflicts []contestedJSON `json:"conflicts"`
}

// contestedJSON is a place that both sides changed.
type contestedJSON struct {
	Base   string        `json:"base"`
	Ours   string        `json:"ours"`
	Theirs string        `json:"theirs"`
	By     []versionJSON `json:"by"`
}

// block returns a block's text without the lines' ends below it.
func block(text string) string { return strings.TrimRight(text, "\r\n") }

// versionJSON is a revision of a page.
type versionJSON struct {
	User     string `json:"user"`
	Time     string `json:"time"`
	Revision int    `json:"revision"`
	Comment  string `json:"comment"`
}

// disputesJSON returns disputes as --json shows them.
func disputesJSON(disputes []wiki.Dispute, l lang.Lang) []disputeJSON {
	out := []disputeJSON{}
	for i := range disputes {
		d := &disputes[i]
		j := disputeJSON{
			Meeting: d.Ref.ID, Page: d.Page.Title, URL: d.Page.URL, Reason: string(d.Reason),
			Base: d.Base.Revision, Revision: d.Page.Revision, Conflicts: []contestedJSON{},
		}
		if d.Err != nil {
			j.Message = say(d.Err, l)
		}
		for _, c := range d.Contested {
			by := []versionJSON{}
			for _, v := range c.By {
				by = append(by, versionJSON{v.User, v.Time.UTC().Format(time.RFC3339), v.Revision, v.Comment})
			}
			j.Conflicts = append(j.Conflicts, contestedJSON{block(c.Base), block(c.Ours), block(c.Theirs), by})
		}
		out = append(out, j)
	}
	return out
}
