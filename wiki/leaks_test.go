package wiki

import (
	"context"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/wiki/wikitest"
)

// What must never leave the machine, in tests of privacy. All of it is made of
// words that stand nowhere else.
const (
	secretWord  = "Quittenbrand"
	secretTopic = "Kündigungsschreiben"
	secretTask  = "Giftweizen"
	secretName  = "Ottilie Zwiebelfisch"
	secretMail  = "ottilie@zwiebelfisch.example"
)

var secrets = []string{secretWord, secretTopic, secretTask, "Zwiebelfisch", "Ottilie", secretMail}

// keeper is a team with something to hide: private files, and full names.
type keeper struct {
	*team
	said  []string // all that a run reported
	texts []string // what an eavesdropper may guess at, to compare hashes
	pages int      // of telko's own that were kept
}

func newKeeper(t *testing.T) *keeper {
	return &keeper{team: newTeam(t, func(o *archive.InitOptions) {
		o.Settings.Wiki.NamesAsNick = true
		o.Settings.Wiki.IndexPage = o.Settings.Series[0].Page[:strings.Index(o.Settings.Series[0].Page, "/")] + "/Protokolle"
		o.Settings.Wiki.TasksPage = strings.Replace(o.Settings.Wiki.IndexPage, "Protokolle", "Aufgaben", 1)
		o.Settings.Wiki.MotionsPage = strings.Replace(o.Settings.Wiki.IndexPage, "Protokolle", "Anträge", 1)
		o.Settings.Wiki.LogPage = strings.Replace(o.Settings.Wiki.IndexPage, "Protokolle", "Log", 1)
		o.People = append(append([]minutes.Person(nil), roster...), minutes.Person{
			Nick: "otti", Name: secretName, Email: secretMail,
		})
	})}
}

// private writes a meeting's private file.
func (k *keeper) private(day, body string) {
	k.t.Helper()
	path := strings.TrimSuffix(k.file(day), ".md") + ".private.md"
	src := "---\nseries: gartentelko\ndate: " + day + "\nstatus: final\n---\n\n# Gartentelko " + day + "\n\n" + body
	if err := os.WriteFile(path, []byte(src), 0o600); err != nil {
		k.t.Fatal(err)
	}
	k.texts = append(k.texts, src, body)
}

// sees runs a sync of everything and keeps what it says. The error is the first
// of a meeting, or of the run.
func (k *keeper) sees(o SyncOptions) error {
	k.t.Helper()
	all, err := k.run(k.t.Context(), o)
	k.hear(err)
	for _, r := range all {
		k.said = append(k.said, fmt.Sprintf("%+v", r))
		k.hear(r.Err)
		if err == nil {
			err = r.Err
		}
	}
	d, _ := k.open(false)
	own := PagesOptions{
		Pull: o.Pull, Publish: o.Publish, Random: rand.New(rand.NewPCG(1, 5)).Float64,
		Sleep: func(ctx context.Context, _ time.Duration) error { return ctx.Err() },
	}
	k.hear(d.SyncPages(k.t.Context(), own, func(p OwnPage) {
		k.said = append(k.said, fmt.Sprintf("%+v", p))
		k.pages++
		k.hear(p.Err)
	}))
	return err
}

// hear keeps what an error says, in every language, with its hint.
func (k *keeper) hear(err error) {
	if err == nil {
		return
	}
	k.said = append(k.said, err.Error(), lang.HintOf(err, lang.German), lang.HintOf(err, lang.English))
	var c *ConflictError
	if errors.As(err, &c) {
		k.said = append(k.said, c.Diff, c.In(lang.German), c.In(lang.English))
	}
	var said *lang.Error
	if errors.As(err, &said) {
		k.said = append(k.said, said.In(lang.German), said.In(lang.English))
	}
}

// keeps fails the test if a secret left the machine, or was printed.
func (k *keeper) keeps(secrets ...string) {
	k.t.Helper()
	var out strings.Builder
	for _, q := range k.Requests() {
		for key, vs := range q.Params {
			for _, v := range vs {
				fmt.Fprintf(&out, "%s=%s\n", key, v)
			}
		}
		for key, vs := range q.Header {
			fmt.Fprintf(&out, "%s: %s\n", key, vs)
		}
	}
	sent := out.String()
	said := strings.Join(k.said, "\n")
	for _, s := range secrets {
		for _, form := range []string{s, strings.ReplaceAll(s, " ", "_"), url.QueryEscape(s), url.PathEscape(s), base64.StdEncoding.EncodeToString([]byte(s))} {
			if at := strings.Index(strings.ToLower(sent), strings.ToLower(form)); at >= 0 {
				k.t.Errorf("%q was sent: …%.200s", s, sent[max(0, at-100):])
			}
			if at := strings.Index(strings.ToLower(said), strings.ToLower(form)); at >= 0 {
				k.t.Errorf("%q was printed: …%.200s", s, said[max(0, at-100):])
			}
		}
		k.texts = append(k.texts, s)
	}
	for _, text := range k.texts {
		for _, form := range []string{text, strings.TrimSpace(text), strings.ToLower(text), text + "\n"} {
			a, b, c := md5.Sum([]byte(form)), sha1.Sum([]byte(form)), sha256.Sum256([]byte(form))
			for _, sum := range [][]byte{a[:], b[:], c[:]} {
				if digits := hex.EncodeToString(sum)[:8]; strings.Contains(sent+said, digits) {
					k.t.Errorf("a hash of %.40q was sent or printed: %s", form, digits)
				}
			}
		}
	}
}

// Everything that a public file may hold of what is not public. Where telko
// cannot tell what is private, it sends nothing at all.
func TestNothingPrivateLeavesThePublicFile(t *testing.T) {
	const end = "\n\n## Zaun\n\n- steht\n"
	for _, c := range []struct {
		name, body string
		refused    bool // nothing of the meeting is sent
	}{
		{"a comment", "## Beet\n\n<!-- Quittenbrand -->\n\n- umgegraben", false},
		{"a comment over lines", "## Beet\n\n<!-- der\nQuittenbrand\n\nist weg -->\n\n- umgegraben", false},
		{"a comment in a line", "## Beet\n\n- um<!--Quittenbrand-->gegraben", false},
		{"a comment in a heading", "## Beet <!-- Quittenbrand -->\n\n- umgegraben", false},
		{"a comment in code", "## Beet\n\n- `<!-- Quittenbrand -->`\n\n```\n<!-- Quittenbrand -->\n```", false},
		{"a comment in a table", "## Beet\n\n| a | b |\n|---|---|\n| c <!-- Quittenbrand --> | d |", false},
		{"a comment in a comment", "## Beet\n\n<!-- a <!-- Quittenbrand --> b -->\n\n- umgegraben", true},
		{"a comment without end", "## Beet\n\n<!-- Quittenbrand\n\n- umgegraben", true},
		{"a comment that ends oddly", "## Beet\n\n<!-- a --!> Quittenbrand -->\n\n- umgegraben", false},
		{"a link definition", "## Beet\n\n[//]: # (Quittenbrand)\n\n- umgegraben", false},
		{"a link definition that goes on", "## Beet\n\n[//]: # (Quittenbrand\nund mehr)\n\n- umgegraben", true},
		{"a heading marked private", "## Kündigungsschreiben {privat}\n\n- Quittenbrand", true},
		{"a heading marked in English", "## Kündigungsschreiben {private}\n\n- Quittenbrand", true},
		{"a heading marked in any way", "## Kündigungsschreiben {.intern #x}\n\n- Quittenbrand", true},
		{"a sub-heading marked", "## Beet\n\n### Kündigungsschreiben {nichtöffentlich}\n\n- Quittenbrand", true},
		{"an underlined heading", "Kündigungsschreiben {privat}\n----------------------------\n\n- Quittenbrand", true},
		{"an indented heading", "   ## Kündigungsschreiben {privat}\n\n- Quittenbrand", true},
		{"a closed heading", "## Kündigungsschreiben {privat} ##\n\n- Quittenbrand", true},
		{"a heading in a quote", "> ## Kündigungsschreiben {privat}\n>\n> Quittenbrand", true},
		{"a heading in an item", "- ## Kündigungsschreiben {privat}\n\n  Quittenbrand", true},
		{"a heading behind a fence without end", "## Beet\n\n```\ncode\n\n## Kündigungsschreiben {privat}\n\n- Quittenbrand", true},
		{"a heading behind a fence of tildes", "## Beet\n\n~~~\ncode\n```\n\n## Kündigungsschreiben {privat}\n\n- Quittenbrand", true},
		{"a heading behind a comment in a fence", "## Beet\n\n```\n<!--\n```\n\n## Kündigungsschreiben {privat}\n\n- Quittenbrand -->", true},
		{"a heading behind a tag", "## Beet\n\n<div>\n## Kündigungsschreiben {privat}\n\n- Quittenbrand\n</div>", true},
		{"a name", "## Anwesend\n\n- Ottilie Zwiebelfisch\n- Ole Brandt\n\n## Beet\n\nOttilie Zwiebelfisch gräbt.", false},
		{"a name in small letters", "## Beet\n\nottilie zwiebelfisch gräbt.", false},
		{"a name in capitals", "## Beet\n\nOTTILIE ZWIEBELFISCH gräbt.", false},
		{"a name over two lines", "## Beet\n\nHeute gräbt Ottilie\nZwiebelfisch.", false},
		{"a name with two blanks", "## Beet\n\nOttilie  Zwiebelfisch gräbt.", false},
		{"a name with a blank that does not break", "## Beet\n\nOttilie\u00a0Zwiebelfisch gräbt.", false},
		{"a name with marks", "## Beet\n\n**Ottilie** *Zwiebelfisch* gräbt.", false},
		{"a name with an entity", "## Beet\n\nOttilie&nbsp;Zwiebelfisch gräbt.", false},
		{"a name with a soft hyphen", "## Beet\n\nOttilie Zwiebel\u00adfisch gräbt.", true},
		{"a name turned round", "## Beet\n\nZwiebelfisch, Ottilie gräbt.", false},
		{"a name of a task", "## Beet\n\n- [ ] graben (Ottilie Zwiebelfisch)", false},
		{"a name in a link", "## Beet\n\n[sie](https://example.org/Ottilie_Zwiebelfisch)", false},
		{"a name in a page's link", "## Beet\n\n[[Benutzerin:Ottilie Zwiebelfisch|sie]]", false},
		{"a name in a tag's gap", "## Beet\n\nOttilie<br>Zwiebelfisch gräbt.", true},
		{"a name in a block of HTML", "## Beet\n\n<div>\nOttilie <b>Zwiebelfisch</b>\n</div>", true},
		{"a name in a search's address", "## Beet\n\nhttps://example.org/?q=Ottilie+Zwiebelfisch", true},
		{"a name in a file's address", "## Beet\n\n[sie](https://example.org/ottilie-zwiebelfisch.html)", true},
		{"a name in another mail address", "## Beet\n\n> Von: <ottilie.zwiebelfisch@firma.example>", true},
		{"a name beside a link", "## Beet\n\n[[Benutzer:otti|Ottilie]] Zwiebelfisch gräbt.", true},
		{"a name in wikitext", "## Beet\n\n`Ottilie{{nbsp}}Zwiebelfisch`{=wikitext} gräbt.", true},
		{"a name without width between", "## Beet\n\nOttilie\u200bZwiebelfisch gräbt.", true},
		{"a name with the nick in it", "## Beet\n\nOttilie \"otti\" Zwiebelfisch gräbt.", true},
		{"a name in a table", "## Beet\n\n| Name | Vorname |\n|---|---|\n| Zwiebelfisch | Ottilie |", true},
		{"a name with a ligature", "## Beet\n\nOttilie Zwiebelﬁsch gräbt.", false},
		{"a name in the front of a motion", "## Anträge\n\n### Antrag 1: Beet #M310306-1\n\n**Antragsteller:** Ottilie Zwiebelfisch (Beirätin), Zwiebelfisch, Ottilie\n\nUmgraben.\n\n> **Antwort von Ottilie Zwiebelfisch:** ja\n\n**Abstimmung (namentlich):** Ottilie Zwiebelfisch dafür\n**Beschluss:** angenommen", false},
		{"a name with a role", "## Anwesend\n\n- OTTILIE ZWIEBELFISCH (Gast, für Ottilie Zwiebelfischs Verein)\n\n## Abwesend\n\n- entschuldigt: Zwiebelfisch, Ottilie\n\n## Beet", false},
		{"a note under a label of its own", "## Beet\n\n[wozu]: # (Quittenbrand)\n\n- umgegraben", false},
		{"a note on the line below", "## Beet\n\n[//]: #\n(Quittenbrand)\n\n- umgegraben", true},
		{"a comment that a program mended", "## Beet\n\n<!— Quittenbrand —>\n\n- umgegraben", true},
		{"a line marked with two words", "## Beet\n\n- Quittenbrand {streng vertraulich}", true},
		{"a mark that nobody sees whole", "## Beet\n\n- Quittenbrand {pri\u200bvat}", true},
		{"a heading as a tag", "## Beet\n\n<h3>Kündigungsschreiben {x}</h3>\n\n- Quittenbrand", true},
		{"a heading of a wiki", "## Beet\n\n== Kündigungsschreiben {x} ==\n\n- Quittenbrand", true},
		{"a heading behind another break", "## Beet\n\na\r## Kündigungsschreiben {x}\r- Quittenbrand", true},
		{"a heading with other letters", "## Kündigungsschreiben {pr\u0456v\u0430t}\n\n- Quittenbrand", true},
		{"braces that say what it is", "## Beet {Kündigungsschreiben}\n\n- Quittenbrand", true},
		{"an address", "## Beet\n\nSchreibt an ottilie@zwiebelfisch.example.", false},
		{"an address as a link", "## Beet\n\n<mailto:ottilie@zwiebelfisch.example>", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			k := newKeeper(t)
			k.write(fileDay, c.body+end)
			k.texts = append(k.texts, c.body, k.read(fileDay))
			before := k.read(fileDay)
			err := k.sees(syncing)
			k.keeps(secrets...)
			switch {
			case c.refused && err == nil:
				t.Error("not refused")
			case c.refused && k.Exists(k.page(fileDay)):
				t.Errorf("refused and published:\n%s", k.Get(k.page(fileDay)))
			case !c.refused && err != nil:
				if !strings.HasPrefix(c.name, "a name") {
					t.Error(err)
				}
			case !c.refused && !strings.Contains(k.Get(k.page(fileDay)), "* steht"):
				t.Errorf("the page says\n%s", k.Get(k.page(fileDay)))
			}
			if got := k.read(fileDay); !strings.HasPrefix(withoutIDs(got), withoutIDs(before[:len(before)-len(end)])) {
				t.Errorf("the file says\n%s", got)
			}
		})
	}
}

// withoutIDs returns minutes without the ids that a save gives to tasks.
func withoutIDs(s string) string {
	var out []string
	for _, l := range strings.Split(s, "\n") {
		l, _, _ = strings.Cut(l, " #3")
		out = append(out, l)
	}
	return strings.Join(out, "\n")
}

const (
	secretBody = "## Kündigungsschreiben\n\n- Quittenbrand für alle\n- [ ] Giftweizen kaufen (Ottilie Zwiebelfisch) #310306-7\n\n" +
		"## Anträge\n\n### Antrag 1: Kündigungsschreiben #M310306-7\n\nQuittenbrand.\n\n**Beschluss:** angenommen\n"
	openBody = "## Beet\n\n- umgegraben\n- [ ] Tor ölen (ole)\n\n## Nichtöffentlich\n\n## Zaun\n\n- steht\n"
)

// A private file beside the public one: nothing of it is anywhere, whatever
// happens on either side, and it stays as it is.
func TestPrivateFiles(t *testing.T) {
	t.Parallel()
	k := newKeeper(t)
	k.write(fileDay, openBody)
	k.private(fileDay, secretBody)
	private := strings.TrimSuffix(k.file(fileDay), ".md") + ".private.md"
	before, err := os.ReadFile(private)
	if err != nil {
		t.Fatal(err)
	}
	log := "2031-03-07T10:00:00+01:00 otti 310306-7 note Giftweizen\n"
	if err := os.WriteFile(k.root+"/private.log", []byte(log), 0o600); err != nil {
		t.Fatal(err)
	}
	step := func(name string, o SyncOptions, bad bool) {
		t.Helper()
		if err := k.sees(o); (err != nil) != bad {
			t.Fatalf("%s: %v", name, err)
		}
		k.keeps(secrets...)
		if t.Failed() {
			t.Fatal(name)
		}
	}
	step("published", syncing, false)
	// Somebody writes beside the heading that stands for the private topic: it
	// is public, and not lost.
	k.onWiki(wikitest.Otto, fileDay, func(s string) string {
		return strings.Replace(s, "== Nichtöffentlich ==", "== Nichtöffentlich ==\n\nHier stand doch etwas?", 1)
	})
	step("a question", syncing, false)
	if !strings.Contains(k.read(fileDay), "Hier stand doch etwas?") || !strings.Contains(k.Get(k.page(fileDay)), "Hier stand doch etwas?") {
		t.Errorf("what was added is not there:\n%s\n%s", k.read(fileDay), k.Get(k.page(fileDay)))
	}
	// A conflict tells of what is public alone.
	k.change(fileDay, func(s string) string { return strings.Replace(s, "- steht", "- steht schief", 1) })
	k.onWiki(wikitest.Otto, fileDay, func(s string) string { return strings.Replace(s, "* steht", "* steht gerade", 1) })
	step("a conflict", syncing, true)
	d, refs := k.open(false)
	dispute, err := d.Conflicts(t.Context(), refs[0])
	k.hear(err)
	k.said = append(k.said, fmt.Sprintf("%+v", dispute))
	difference, err := d.Diff(t.Context(), refs[0])
	k.hear(err)
	k.said = append(k.said, fmt.Sprintf("%+v", difference))
	standing, err := d.Status(t.Context(), refs)
	k.hear(err)
	k.said = append(k.said, fmt.Sprintf("%+v", standing))
	k.keeps(secrets...)
	if after, err := os.ReadFile(private); err != nil || string(after) != string(before) {
		t.Errorf("the private file is\n%s\n%v", after, err)
	}
	if k.pages < 4*3 {
		t.Errorf("%d of telko's own pages were kept: is anything tested?", k.pages)
	}
	// A private file alone is no meeting that could be published.
	k.private(wikiDay, secretBody)
	if err := k.sees(syncing); err == nil {
		t.Log("a private file without a public one is passed over")
	}
	k.keeps(secrets...)
	if k.Exists(k.page(wikiDay)) {
		t.Error("a private file was published")
	}
}

// What people write on the wiki is public there; a name that they write comes into
// the file as they wrote it, and goes out as the nick, or not at all.
func TestNamesThatPeopleWrite(t *testing.T) {
	for _, c := range []struct {
		name, wrote string
		file, page  string // "": a conflict, and nothing is written
	}{
		{"a name", "Ottilie Zwiebelfisch gießt", "- Ottilie Zwiebelfisch gießt", "* otti gießt"},
		{"a name in a link", "[[Benutzerin:Ottilie Zwiebelfisch|sie]] gießt", "- [[Benutzerin:Ottilie Zwiebelfisch|sie]] gießt", "* [[Benutzerin:otti|sie]] gießt"},
		{"a name with an entity", "Ottilie&nbsp;Zwiebelfisch gießt", "Zwiebelfisch gießt", "* otti gießt"},
		{"a name with a comment in it", "Ottilie<!-- a --> Zwiebelfisch gießt", "Zwiebelfisch gießt", "* otti"},
		{"a name with a template in it", "Ottilie{{nbsp}}Zwiebelfisch gießt", "", ""},
		{"a name beside a link", "[[Benutzerin:otti|Ottilie]] Zwiebelfisch gießt", "", ""},
		{"a name with nowiki in it", "Ottilie<nowiki /> Zwiebelfisch gießt", "Zwiebelfisch gießt", "* otti"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			k := newKeeper(t)
			k.write(fileDay, "## Beet\n\n- umgegraben\n\n## Zaun\n\n- steht\n")
			if err := k.sees(syncing); err != nil {
				t.Fatal(err)
			}
			before := k.read(fileDay)
			k.onWiki(wikitest.Otto, fileDay, func(s string) string {
				return strings.Replace(s, "* umgegraben", "* umgegraben\n* "+c.wrote, 1)
			})
			wrote := k.Get(k.page(fileDay))
			err := k.sees(syncing)
			k.said = nil // diffs, of what the wiki shows already
			k.keeps(secretName, "Zwiebelfisch")
			page, file := k.Get(k.page(fileDay)), k.read(fileDay)
			if c.page == "" {
				var conflict *ConflictError
				if !errors.As(err, &conflict) || page != wrote || file != before {
					t.Errorf("%v\n%s\n%s", err, page, file)
				}
				return
			}
			if err != nil || !strings.Contains(page, c.page) || !strings.Contains(file, c.file) {
				t.Errorf("%v\n%s\n%s", err, page, file)
			}
			if err := k.sees(syncing); err != nil {
				t.Errorf("afterwards: %v", err)
			}
		})
	}
}

// A topic that was published and is private now: telko says that the page's
// history still holds it, and goes on only if told to.
func TestATopicThatBecomesPrivate(t *testing.T) {
	t.Parallel()
	k := newKeeper(t)
	topic := "## Rosen\n\n- Rosen werden geschnitten\n- Dünger ist teuer\n\n"
	k.write(fileDay, "## Beet\n\n- umgegraben\n\n"+topic+"## Zaun\n\n- steht\n")
	if err := k.sees(syncing); err != nil {
		t.Fatal(err)
	}
	k.private(fileDay, topic)
	k.change(fileDay, func(s string) string { return strings.Replace(s, topic, "## Nichtöffentlich\n\n", 1) })
	edits := len(k.Revisions(k.page(fileDay)))
	for _, o := range []SyncOptions{syncing, {Publish: true}} {
		var c *ConflictError
		if err := k.sees(o); !errors.As(err, &c) || c.Reason != ReasonWithdrawn {
			t.Fatalf("got %v, want %s", err, ReasonWithdrawn)
		}
		// What was noted of its tasks is on another page.
		if hint := lang.HintOf(c, lang.English); !strings.Contains(hint, "/Log") || !strings.Contains(hint, "--withdraw "+c.Meeting) {
			t.Errorf("hint: %s", hint)
		}
		if len(k.Revisions(k.page(fileDay))) != edits {
			t.Error("the page was edited")
		}
	}
	o := syncing
	o.Withdrawn = true
	if err := k.sees(o); err != nil {
		t.Fatal(err)
	}
	if got := k.Get(k.page(fileDay)); strings.Contains(got, "Rosen") || !strings.Contains(got, "Nichtöffentlich") {
		t.Errorf("the page says\n%s", got)
	}
	if err := k.sees(syncing); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}

// What becomes private need not be a topic, nor keep its title: telko finds it by
// what it says, and does not repeat it. What is only like it stops nothing.
func TestLinesThatBecomePrivate(t *testing.T) {
	const body = "## Beet\n\n- umgegraben\n- Ottilie Zwiebelfisch bekommt weniger Geld\n- [ ] Kündigung schreiben (otti)\n\n## Rosen\n\n- Dünger ist teuer\n\n## Zaun\n\n- steht\n\n**Beschluss:** angenommen\n"
	for _, c := range []struct {
		name, private string
		old, new      string
		refused       bool
	}{
		{"a line of a name", "## Personal\n\n- Ottilie Zwiebelfisch bekommt weniger Geld\n", "- Ottilie Zwiebelfisch bekommt weniger Geld\n", "", true},
		{"a task", "## Personal\n\n- [ ] Kündigung schreiben (otti) #310306-1\n", "- [ ] Kündigung schreiben (otti)", "- [ ] Brief schreiben (otti)", true},
		{"a topic of another title", "## Personal\n\n* Dünger ist teuer\n", "## Rosen\n\n- Dünger ist teuer\n\n", "", true},
		{"a topic with another title", "## Personal\n\nDünger ist teuer.\n", "- Dünger ist teuer\n", "- Dünger gibt es\n", true},
		{"another line", "## Personal\n\n- geheim\n", "- Dünger ist teuer\n", "", false},
		{"a line that stays", "## Personal\n\n- Dünger ist teuer\n", "- steht\n", "- steht schief\n", false},
		{"a decision", "## Personal\n\n**Beschluss:** angenommen\n", "**Beschluss:** angenommen", "**Beschluss:** abgelehnt", false},
		{"the title", "## Personal\n\n- geheim\n", "# Gartentelko 2031-03-06", "# Telko im Garten", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			k := newKeeper(t)
			k.write(fileDay, body)
			if err := k.sees(syncing); err != nil {
				t.Fatal(err)
			}
			k.private(fileDay, c.private)
			k.change(fileDay, func(s string) string {
				out := ""
				for line := range strings.Lines(s) {
					out += strings.Replace(line, " #310306-1", "", 1)
				}
				if !strings.Contains(out, c.old) {
					t.Fatalf("no %q in\n%s", c.old, out)
				}
				return strings.Replace(out, c.old, c.new, 1)
			})
			k.said = nil
			err := k.sees(syncing)
			var conflict *ConflictError
			if refused := errors.As(err, &conflict) && conflict.Reason == ReasonWithdrawn; refused != c.refused {
				t.Fatalf("got %v, refused: want %t", err, c.refused)
			}
			if !c.refused {
				return
			}
			if said := strings.Join(k.said, "\n"); strings.Contains(conflict.Error(), "Geld") || strings.Contains(said, secretName) {
				t.Errorf("it says what is private: %s", said)
			}
			o := syncing
			o.Withdrawn = true
			if err := k.sees(o); err != nil {
				t.Error(err)
			}
		})
	}
}

// What people of the wiki write can not make anything private public, nor the
// reverse.
func TestPullsThatTouchWhatIsHidden(t *testing.T) {
	for _, c := range []struct {
		name, body string
		edit       [2]string
		want       string // in the file and on the page; "": the meeting is a conflict
	}{
		{"text before a comment", "## Beet\n\n- umgegraben\n\n<!-- Quittenbrand -->\n\n- gejätet\n", [2]string{"* umgegraben", "* umgegraben\n* gegossen"}, "gegossen"},
		{"text where a comment is", "## Beet\n\numgegraben\n\n<!-- Quittenbrand -->\n\ngejätet\n", [2]string{"umgegraben", "umgegraben\n\ngegossen"}, "gegossen"},
		{"the line of a comment", "## Beet\n\n- um<!-- Quittenbrand -->gegraben\n", [2]string{"umgegraben", "umgegraben und gegossen"}, "gegossen"},
		{"beside a comment in a heading", "## Beet <!-- Quittenbrand -->\n\n- umgegraben\n", [2]string{"== Beet ==", "== Beet ==\n\ngegossen"}, "gegossen"},
		{"a name's line", "## Beet\n\n- Ottilie Zwiebelfisch gräbt\n- es regnet\n", [2]string{"* es regnet", "* es regnet\n* otti gießt"}, "otti gießt"},
		{"the line of a name", "## Beet\n\n- Ottilie Zwiebelfisch gräbt\n", [2]string{"otti gräbt", "otti gräbt tief"}, "gräbt tief"},
		{"a private mark", "## Beet\n\n- umgegraben\n", [2]string{"* umgegraben", "* umgegraben\n\n== Neu {privat} ==\n\n* gegossen"}, ""},
		{"a comment", "## Beet\n\n- umgegraben\n", [2]string{"* umgegraben", "* umgegraben <!-- bitte prüfen -->\n* gegossen"}, "gegossen"},
		{"an open fence", "## Beet\n\n- umgegraben\n", [2]string{"* umgegraben", "* umgegraben\n\n```\ngegossen"}, "gegossen"},
		{"an open comment", "## Beet\n\n- umgegraben\n\n<!-- Quittenbrand -->\n", [2]string{"* umgegraben", "* umgegraben\n* gegossen -->"}, "gegossen"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			k := newKeeper(t)
			k.write(fileDay, c.body+"\n## Zaun\n\n- steht\n\n## Teich\n\n- klar\n")
			k.private(fileDay, secretBody)
			hidden := strings.Count(k.read(fileDay), secretWord) + strings.Count(k.read(fileDay), secretName)
			if err := k.sees(syncing); err != nil {
				t.Fatal(err)
			}
			k.onWiki(wikitest.Otto, fileDay, func(s string) string {
				if !strings.Contains(s, c.edit[0]) {
					t.Fatalf("no %q in\n%s", c.edit[0], s)
				}
				return strings.Replace(s, c.edit[0], c.edit[1], 1)
			})
			err := k.sees(syncing)
			k.keeps(secrets...)
			page, file := k.Get(k.page(fileDay)), k.read(fileDay)
			if n := strings.Count(file, secretWord) + strings.Count(file, secretName); n != hidden {
				t.Errorf("the file lost what is hidden in it:\n%s", file)
			}
			switch {
			case c.want == "":
				var conflict *ConflictError
				if !errors.As(err, &conflict) {
					t.Errorf("got %v, want a conflict", err)
				}
			case err != nil:
				t.Error(err)
			case !strings.Contains(page, c.want) || !strings.Contains(file, c.want):
				t.Errorf("%q is not on both sides:\n%s\n%s", c.want, page, file)
			default:
				k.sees(syncing)
				k.keeps(secrets...)
			}
		})
	}
}
