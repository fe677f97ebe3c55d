package wiki

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"telko/minutes/archive"
	"telko/tasks"
	"telko/wiki/wikitest"
)

// garden is a team that changes something everywhere, a round after the other:
// each round its files and pages differ in the same way, but for the number in
// the words and the days.
type garden struct {
	*team
	round int
	pages map[string]string // as they were when the round ended, by title
	last  int               // the latest revision of them
}

const (
	fileDay = "2031-03-06" // changed in the file
	wikiDay = "2031-03-13" // changed on the wiki
	bothDay = "2031-03-20" // changed in both, in different places
)

// telko's own pages in a garden.
var ownTitles = []string{"Protokolle", "Protokolle/telko", "Aufgaben", "Anträge", "Log"}

func newGarden(t *testing.T) *garden {
	g := &garden{}
	g.team = newTeam(t, func(o *archive.InitOptions) {
		o.Settings.Team = "Garten Runde 2"
	})
	g.setPages()
	const inFile, onWiki = "- Stand der Datei: Runde 2\n", "Stand des Wikis: Runde 2\n"
	for day, parts := range map[string][2]string{fileDay: {inFile, ""}, wikiDay: {"", onWiki}, bothDay: {inFile, onWiki}} {
		g.write(day, "## Beet\n\n- umgegraben\n"+parts[0]+"\n## Zaun\n\nDer Zaun steht.\n\n"+parts[1])
	}
	// Meetings of rounds before, so that all rounds have the same neighbours.
	for ; ; g.round++ {
		g.write(g.newDay(), g.minutes())
		if g.round == 2 {
			break
		}
	}
	g.sync()
	g.onPage(wikitest.Otto, "Protokolle", func(s string) string { return "Gepflegt von Otto: Runde 2\n\n" + s })
	g.state()
	// A round that makes what later ones find: the log of the wiki's own year.
	g.people()
	g.sync()
	g.state()
	return g
}

// setPages names telko's own pages in the settings.
func (g *garden) setPages() {
	path := filepath.Join(g.root, archive.SettingsFile)
	src, err := os.ReadFile(path)
	if err != nil {
		g.t.Fatal(err)
	}
	var lines string
	for _, kv := range [][2]string{{"index-page", "Protokolle"}, {"tasks-page", "Aufgaben"}, {"motions-page", "Anträge"}, {"log-page", "Log"}} {
		lines += kv[0] + " = " + strconv.Quote(g.Title(kv[1])) + "\n"
	}
	text := string(src)
	if text = strings.Replace(text, "[wiki]\n", "[wiki]\n"+lines, 1); text == string(src) {
		g.t.Fatalf("no [wiki] in\n%s", src)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		g.t.Fatal(err)
	}
}

// newDay is the day of the meeting that is new in this round.
func (g *garden) newDay() string { return g.dayOf(g.round) }

func (g *garden) dayOf(round int) string {
	return time.Date(2031, 4, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, round).Format("2006-01-02")
}

// task returns the id of a task of a round's meeting.
func (g *garden) task(round, number int) tasks.ID {
	return tasks.ID(fmt.Sprintf("%s-%d", strings.ReplaceAll(g.dayOf(round)[2:], "-", ""), number))
}

func (g *garden) minutes() string {
	return fmt.Sprintf("## Neues\n\n- frisch gesät: Runde %d\n- [ ] Tor ölen (ole)\n- [ ] Leiter leihen (lene)\n\n"+
		"## Anträge\n\n### Antrag 1: Kompost\n\n**Antragsteller:** Ole Brandt\n\nEin Kompost für alle.\n", g.round)
}

// people let the files and pages of the next round differ.
func (g *garden) people() {
	g.t.Helper()
	was, is := fmt.Sprintf("Runde %d", g.round), fmt.Sprintf("Runde %d", g.round+1)
	g.round++
	replace := func(before string) func(string) string {
		return func(s string) string {
			g.t.Helper()
			if !strings.Contains(s, before+was) {
				g.t.Fatalf("no %q in\n%s", before+was, s)
			}
			return strings.Replace(s, before+was, before+is, 1)
		}
	}
	g.change(fileDay, replace("Datei: "))
	g.onPage(wikitest.Erika, wikiDay+" - Telko", replace("Wikis: "))
	g.change(bothDay, replace("Datei: "))
	g.onPage(wikitest.Otto, bothDay+" - Telko", replace("Wikis: "))
	g.write(g.newDay(), g.minutes())
	g.onPage(wikitest.Otto, "Protokolle", replace("Otto: "))
	// On the page of tasks somebody ticks one of the last round and re-dates the
	// other; in the log here, and in that of another machine, there are notes.
	ticked, later := g.task(g.round-1, 1), g.task(g.round-1, 2)
	g.onPage(wikitest.Erika, "Aufgaben", func(s string) string {
		lines := strings.Split(s, "\n")
		for i, l := range lines {
			switch {
			case strings.Contains(l, "||") && strings.Contains(l, "#"+string(ticked)):
				lines[i] = strings.Replace(l, openBox, doneBox, 1)
			case strings.Contains(l, "||") && strings.Contains(l, "#"+string(later)):
				cells := strings.Split(l, "||")
				cells[dueColumn] = " 24.12.2031 "
				lines[i] = strings.Join(cells, "||")
			}
		}
		return strings.Join(lines, "\n")
	})
	const at = "2031-10-01T10:00:00Z"
	d, _ := g.open(false)
	instant, err := time.Parse(time.RFC3339, at)
	if err == nil {
		err = d.Workspace.Append(tasks.Event{At: instant, By: "lene", ID: later, Verb: tasks.Note, Text: "hier, " + is})
	}
	if err != nil {
		g.t.Fatal(err)
	}
	g.onPage(wikitest.Otto, "Log/2031", func(s string) string {
		return s + "\n" + at + " ole " + string(ticked) + " note nebenan, " + is
	})
	path := filepath.Join(g.root, archive.SettingsFile)
	src, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(path, []byte(replace("Garten ")(string(src))), 0o666)
	}
	if err != nil {
		g.t.Fatal(err)
	}
}

// onPage changes a page as a person does, who sees it as the last round left it.
func (g *garden) onPage(user, name string, do func(string) string) {
	g.t.Helper()
	before, ok := g.pages[g.Title(name)]
	if !ok {
		before = g.Get(g.Title(name))
	}
	after := do(before)
	if after == before {
		g.t.Fatalf("nothing to do on %s:\n%s", name, before)
	}
	g.Edit(user, g.Title(name), after)
}

func (g *garden) days() []string {
	return []string{fileDay, wikiDay, bothDay, g.dayOf(g.round - 1), g.dayOf(g.round)}
}

// try does what `telko sync` does. What changed is in done; the error is the
// first that anything ended with.
func (g *garden) try() (done []string, err error) {
	g.t.Helper()
	d, refs := g.open(false)
	first := func(e error) {
		if err == nil {
			err = e
		}
	}
	end := d.Sync(g.t.Context(), refs, syncing, func(r Result) {
		first(r.Err)
		if r.Outcome != Unchanged || r.Pulled || r.Diff != "" {
			done = append(done, fmt.Sprintf("%s: %s\n%s", r.Title, r.Outcome, r.Diff))
		}
	})
	if end == nil {
		end = d.SyncPages(g.t.Context(), PagesOptions{Pull: true, Publish: true, Sleep: pauseFor, Random: rand.Float64}, func(p OwnPage) {
			first(p.Err)
			if p.Outcome != Unchanged || p.Diff != "" || len(p.Events) > 0 {
				done = append(done, fmt.Sprintf("%s: %s %v\n%s", p.Title, p.Outcome, p.Events, p.Diff))
			}
		})
	}
	if end != nil {
		err = end
	}
	return done, err
}

// sync does what `telko sync` does, and wants nothing to go wrong.
func (g *garden) sync() {
	g.t.Helper()
	if _, err := g.try(); err != nil {
		g.t.Fatalf("sync: %v", err)
	}
}

// settled fails the test if one more sync would change anything.
func (g *garden) settled() {
	g.t.Helper()
	before := g.last
	done, err := g.try()
	if err != nil || len(done) > 0 {
		g.t.Errorf("not settled: %v\n%s", err, strings.Join(done, "\n"))
	}
	if _, revs := g.lookAt(); len(revs) > 0 {
		g.t.Errorf("not settled: edits after revision %d: %+v", before, revs)
	}
}

// gardenRevision is an edit of a page of the garden.
type gardenRevision struct {
	id                   int
	title, user, comment string
}

// lookAt returns the pages of the garden as they are, and what was saved since
// the last round ended, oldest first.
func (g *garden) lookAt() (pages map[string]string, since []gardenRevision) {
	g.t.Helper()
	type page struct {
		Title     string
		Revisions []struct {
			Revid         int
			User, Comment string
			Slots         struct{ Main struct{ Content string } }
		}
	}
	var now struct {
		Query struct{ Pages []page }
	}
	g.Call(wikitest.Admin, &now, "action", "query", "generator", "allpages", "gapprefix", g.Prefix+"/", "gaplimit", "500",
		"prop", "revisions", "rvprop", "ids|content", "rvslots", "main")
	pages = map[string]string{}
	latest := 0
	for _, p := range now.Query.Pages {
		pages[p.Title] = p.Revisions[0].Slots.Main.Content
		latest = max(latest, p.Revisions[0].Revid)
	}
	// Other tests write to this wiki too: what is new may be more than one answer.
	next, oldest := "", latest
	for more := g.last > 0; more; more = next != "" && oldest > g.last {
		var edits struct {
			Continue struct{ Arvcontinue string }
			Query    struct{ Allrevisions []page }
		}
		params := []string{"action", "query", "list", "allrevisions", "arvlimit", "500", "arvprop", "ids|user|comment"}
		if next != "" {
			params = append(params, "arvcontinue", next)
		}
		g.Call(wikitest.Admin, &edits, params...)
		next = edits.Continue.Arvcontinue
		for _, p := range edits.Query.Allrevisions {
			for _, r := range p.Revisions {
				oldest = min(oldest, r.Revid)
				if strings.HasPrefix(p.Title, g.Prefix+"/") && r.Revid > g.last {
					since = append(since, gardenRevision{r.Revid, p.Title, r.User, r.Comment})
				}
			}
		}
	}
	slices.SortFunc(since, func(a, b gardenRevision) int { return a.id - b.id })
	g.last = max(g.last, latest)
	return pages, since
}

var (
	gardenTag  = regexp.MustCompile(`\[telko:[0-9a-f]{12}\]`)
	gardenTime = regexp.MustCompile(`(?m)^\S+ wiki:`)
	gardenDay  = regexp.MustCompile(`day-([0-9]+)`)
)

// state ends the round: it returns what the round left, with its days and
// numbers masked, the same after every round that ends well.
func (g *garden) state() map[string]string {
	g.t.Helper()
	masks := []string{g.Prefix, "PREFIX"}
	for round := g.round + 10; round > 0; round-- {
		name := fmt.Sprintf("day%+d", round-g.round)
		if round == g.round {
			name = "day-0"
		}
		day := g.dayOf(round)
		d, _ := time.Parse("2006-01-02", day)
		masks = append(masks, day, name, d.Format("02.01.2006"), name, d.Format("060102"), name, fmt.Sprintf("Runde %d", round), "round"+name)
	}
	masked := strings.NewReplacer(masks...)
	mask := func(s string) string {
		return gardenTime.ReplaceAllString(gardenTag.ReplaceAllString(masked.Replace(s), "[telko:HASH]"), "TIME wiki:")
	}
	// lately leaves out what tells of rounds long ago, of which there are more
	// and more.
	lately := func(s string) []string {
		return slices.DeleteFunc(strings.Split(mask(s), "\n"), func(line string) bool {
			m := gardenDay.FindStringSubmatch(line)
			return strings.Contains(line, "#310401-") || strings.Contains(line, "#M310401-") || strings.Contains(line, "01.04.2031") || m != nil && len(m[1]) > 1 || m != nil && m[1] > "2"
		})
	}
	pages, since := g.lookAt()
	g.pages = pages
	out := map[string]string{}
	for _, day := range g.days() {
		out[mask(day+" file")] = mask(g.read(day))
		out[mask(day+" page")] = mask(pages[g.page(day)])
	}
	year := strconv.Itoa(time.Now().UTC().Year()) // of what people do on the wiki
	for title, text := range pages {
		name := strings.ReplaceAll(strings.TrimPrefix(title, g.Prefix+"/"), "Log/"+year, "Log/this year")
		if own, _, _ := strings.Cut(name, "/"); slices.Contains(ownTitles, own) {
			lines := lately(text)
			if own == "Log" {
				slices.Sort(lines) // in which order they came is all the same
			}
			out[name] = strings.Join(lines, "\n")
		}
	}
	for _, log := range []string{"tasks.log", "motions.log", "private.log"} {
		src, err := os.ReadFile(filepath.Join(g.root, log))
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			g.t.Fatal(err)
		}
		lines := lately(string(src))
		slices.Sort(lines)
		out[log] = strings.Join(lines, "\n")
	}
	// A page of minutes has the same history. A list may have needed another
	// edit, since a meeting came later; what people did is there.
	edits := map[string]int{}
	for _, r := range since {
		own, _, _ := strings.Cut(strings.TrimPrefix(r.title, g.Prefix+"/"), "/")
		if slices.Contains(ownTitles, own) && r.user == wikitest.Bot {
			if edits[r.title]++; edits[r.title] > 3 {
				g.t.Errorf("telko edits %s again and again: %s", r.title, r.comment)
			}
			continue
		}
		out[mask(strings.ReplaceAll(r.title, "Log/"+year, "Log/this year")+" history")] += mask(r.user + ": " + r.comment + "\n")
	}
	return out
}
