package wiki

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"testing"

	"telko/minutes/archive"
	"telko/wiki/wikitest"
	"telko/wiki/wikitext"
)

// seed is for another random run: go test ./wiki -run TestRandom -seed 7
var seed = flag.Uint64("seed", 1, "of random runs")

// TestRandom has three people edit pages and files at random while syncs run,
// meet them, and are killed: every word that anyone wrote and nobody removed is
// there at the end, on both sides.
func TestRandom(t *testing.T) {
	t.Parallel()
	steps, kills := 100, 20
	if *soak {
		steps, kills = 1000, 200
	}
	c := newCrowd(t, *seed)
	for step := range steps {
		c.act()
		switch {
		case c.killed < kills*(step+1)/steps:
			c.sync(true)
		case c.rnd.IntN(5) == 0:
			c.sync(false)
		}
		if t.Failed() {
			t.Fatalf("seed %d, step %d:\n%s", *seed, step, strings.Join(c.story[max(0, len(c.story)-130):], "\n"))
		}
	}
	for c.killed < kills { // some came to their end before
		c.act()
		c.sync(true)
	}
	c.finish()
	t.Logf("seed %d: %d steps, %d syncs, %d of them killed, %d conflicts, %d words, %d of them removed",
		*seed, steps, c.syncs, c.killed, c.conflicts, len(c.words), len(c.removed))
	if t.Failed() {
		t.Logf("the story:\n%s", strings.Join(c.story, "\n"))
	}
}

// crowd is a team whose people do things at random.
type crowd struct {
	*team
	rnd     *rand.Rand
	days    []string
	titles  map[string]string // of the pages, as they are called now
	words   []string          // that anybody wrote
	removed map[string]bool   // that somebody removed, and nobody brought back
	doubled map[string]bool   // that a resolution may have doubled
	story   []string

	syncs, killed, conflicts int
}

func newCrowd(t *testing.T, seed uint64) *crowd {
	c := &crowd{
		team: newTeam(t, nil), rnd: rand.New(rand.NewPCG(seed, 5)), days: []string{fileDay, wikiDay, bothDay},
		titles: map[string]string{}, removed: map[string]bool{}, doubled: map[string]bool{},
	}
	for _, day := range c.days {
		var b strings.Builder
		for section := range 3 {
			fmt.Fprintf(&b, "## Beet %d\n\n", section)
			for range 3 {
				fmt.Fprintf(&b, "- Zeile %s mit %s\n", c.word(), c.word())
			}
			fmt.Fprintf(&b, "\nEin Absatz, in dem %s und\nauch %s steht.\n\n", c.word(), c.word())
		}
		c.write(day, b.String())
		c.titles[day] = c.page(day)
	}
	c.team.sync()
	return c
}

// word returns a word that nobody wrote yet.
func (c *crowd) word() string {
	w := fmt.Sprintf("w%dx", len(c.words))
	c.words = append(c.words, w)
	return w
}

// crowdWords returns the words of a text that people of a crowd wrote, with how
// often each is there.
func crowdWords(text string) map[string]int {
	out := map[string]int{}
	for _, f := range strings.FieldsFunc(text, func(r rune) bool {
		return (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	}) {
		if n := len(f); n > 2 && f[0] == 'w' && f[n-1] == 'x' && strings.Trim(f[1:n-1], "0123456789") == "" {
			out[f]++
		}
	}
	return out
}

func (c *crowd) tell(format string, args ...any) {
	c.story = append(c.story, fmt.Sprintf(format, args...))
}

// act has somebody do something somewhere.
func (c *crowd) act() {
	c.t.Helper()
	day := c.days[c.rnd.IntN(len(c.days))]
	if c.rnd.IntN(5) < 2 {
		before := c.read(day)
		after := c.edit(before, false)
		c.change(day, func(string) string { return after })
		c.note("Lene, file", day, before, after)
		return
	}
	who := []string{wikitest.Erika, wikitest.Otto}[c.rnd.IntN(2)]
	for !c.onPage(who, day) {
		// The wiki says that somebody else saved meanwhile: an edit of a sync that
		// was killed is still on its way.
		c.tell("%s, %s: an edit conflict", who, day)
	}
}

// onPage has somebody do something to the page of a meeting, and reports whether
// it is done.
func (c *crowd) onPage(who, day string) bool {
	c.t.Helper()
	title := c.titles[day]
	revs := c.Revisions(title)
	before, after := revs[0].Text, ""
	switch n := c.rnd.IntN(30); {
	case n == 0:
		to := c.Title(fmt.Sprintf("%s - Telko (%d)", day, len(c.story)))
		c.Move(title, to)
		c.titles[day] = to
		c.tell("Admin moves %s to %s", title, to)
		return true
	case n == 1 && len(revs) > 1 && !strings.Contains(revs[1].Comment, "telko"):
		after = revs[1].Text // a revert
		who += ", revert"
	case n == 2:
		after = before // a null edit
	default:
		after = c.edit(before, true)
	}
	user, _, _ := strings.Cut(who, ",")
	if !c.EditOver(user, title, after, revs[0]) {
		for w := range crowdWords(after) {
			if crowdWords(before)[w] == 0 {
				c.removed[w] = true // it was never there
			}
		}
		return false
	}
	c.note(who, day, before, after)
	return true
}

// note notes which words somebody wrote and removed.
func (c *crowd) note(who, day, before, after string) {
	was, is := crowdWords(before), crowdWords(after)
	for w := range was {
		if is[w] == 0 {
			c.removed[w] = true
		}
	}
	for w := range is {
		if was[w] == 0 {
			delete(c.removed, w)
		}
	}
	c.tell("%s, %s:\n%s", who, day, unified(day, before, after))
}

// edit returns a text as somebody leaves it, wikitext or Markdown.
func (c *crowd) edit(text string, onWiki bool) string {
	lines := strings.Split(text, "\n")
	item, heading := "- ", "## "
	if onWiki {
		item, heading = "* ", "== "
	}
	// What telko put there and the head of the file are left alone.
	var free []int
	own, front := false, false
	for i, l := range lines {
		switch {
		case !onWiki && l == "---":
			front = !front
		case strings.HasPrefix(l, "<!-- telko:"):
			own = true
		case strings.HasPrefix(l, "<!-- /telko:"):
			own = false
		case !own && !front && strings.TrimSpace(l) != "" && !strings.HasPrefix(l, "# ") && !strings.HasPrefix(l, "= "):
			free = append(free, i)
		}
	}
	if end := slices.Index(lines, "<!-- /"+navMark+" -->"); onWiki && end >= 0 && c.rnd.IntN(20) == 0 {
		return strings.Join(slices.Insert(lines, end, "Absatz "+c.word()+" bei den Links."), "\n")
	}
	if len(free) == 0 {
		return strings.TrimRight(text, "\n") + "\n\n" + item + "neu " + c.word()
	}
	at := free[c.rnd.IntN(len(free))]
	title := strings.HasPrefix(lines[at], heading)
	put := func(where int, more ...string) string {
		return strings.Join(slices.Concat(lines[:where], more, lines[where:]), "\n")
	}
	switch n := c.rnd.IntN(10); {
	case n < 3 && strings.HasPrefix(lines[at], item):
		return put(at+1, item+"neu "+c.word())
	case n < 4:
		end := at + 1
		for end < len(lines) && strings.TrimSpace(lines[end]) != "" {
			end++
		}
		return put(end, "", "Absatz "+c.word()+" für sich.")
	case n < 6 && !title:
		lines[at] += " " + c.word()
	case n < 7 && !title:
		fields := strings.Fields(lines[at])
		if len(fields) > 2 {
			fields[len(fields)-1] = c.word()
			lines[at] = strings.Join(fields, " ")
		}
	case n < 8 && strings.HasPrefix(lines[at], item):
		lines = slices.Delete(lines, at, at+1)
	case title && onWiki:
		return put(at, "== Thema "+c.word()+" ==", "", "* dazu "+c.word(), "")
	case title:
		return put(at, "## Thema "+c.word(), "", "- dazu "+c.word(), "")
	default:
		lines[at] = strings.Replace(lines[at], " ", " "+c.word()+" ", 1)
	}
	return strings.Join(lines, "\n")
}

// sync runs a sync during which somebody does something, perhaps one that is
// killed. What it reports as conflicts is sometimes resolved.
func (c *crowd) sync(kill bool) {
	c.t.Helper()
	c.syncs++
	// Faults are armed when nothing random is left to be drawn: what fires draws
	// too, in a goroutine of the wiki's.
	var faults []*wikitest.Fault
	if c.rnd.IntN(2) == 0 {
		faults = append(faults, wikitest.Meanwhile(wikitest.Any, func() { c.tell("while a sync runs:"); c.act() }).Skip(c.rnd.IntN(12)).Always().Times(1))
	}
	if kill {
		c.killOne(faults)
		return
	}
	c.arm(faults)
	all, err := c.run(c.t.Context(), syncing)
	c.Disarm()
	if err != nil {
		c.t.Errorf("sync: %v", err)
	}
	for _, r := range all {
		c.tell("sync: %s %s, pulled %v, %v\n%s%s", r.Meeting, r.Outcome, r.Pulled, r.Err, r.FileDiff, r.Diff)
		if r.Err != nil {
			c.person(r, c.rnd.IntN(2) == 0)
		}
	}
}

func (c *crowd) arm(faults []*wikitest.Fault) {
	for _, f := range faults {
		c.Arm(f)
	}
}

// person decides what telko leaves to people.
func (c *crowd) person(r Result, decide bool) {
	c.t.Helper()
	if errors.Is(r.Err, archive.ErrChanged) {
		return // somebody saved the file meanwhile: the next sync sees it
	}
	var conflict *ConflictError
	if !errors.As(r.Err, &conflict) {
		c.t.Errorf("sync of %s: %v", r.Meeting, r.Err)
		return
	}
	c.conflicts++
	switch conflict.Reason {
	case ReasonHeld:
		if decide {
			o := syncing
			o.Accept = true
			if _, err := c.run(c.t.Context(), o); err != nil {
				c.t.Errorf("accept: %v", err)
			}
		}
		return
	case ReasonEdited:
	default:
		c.t.Errorf("sync of %s: a conflict that nobody made: %v\nbase:\n%s\nits page:\n%s\nfile:\n%s\npage:\n%s", r.Meeting, r.Err, conflict.Base.Markdown, conflict.Base.Wikitext, c.read(r.Meeting[:10]), conflict.Page.Text)
		return
	}
	d, refs := c.open(false)
	ref := refs[slices.IndexFunc(refs, func(ref archive.Ref) bool { return ref.ID == r.Meeting })]
	dispute, err := d.Conflicts(c.t.Context(), ref)
	if err != nil || len(dispute.Contested) == 0 {
		c.t.Errorf("conflicts of %s: %+v, %v", r.Meeting, dispute, err)
		return
	}
	c.reported(ref, dispute)
	if !decide {
		return
	}
	choices := make([]wikitext.Choice, len(dispute.Contested))
	lost := map[string]bool{}
	for i, k := range dispute.Contested {
		ours, theirs := crowdWords(k.Ours), crowdWords(k.Theirs)
		switch c.rnd.IntN(4) {
		case 0:
			choices[i].Take = wikitext.TakeOurs
			for w := range theirs {
				lost[w] = ours[w] == 0
			}
		case 1:
			choices[i].Take = wikitext.TakeTheirs
			for w := range ours {
				lost[w] = theirs[w] == 0
			}
		default:
			choices[i].Take = wikitext.TakeBoth
			for w := range ours {
				c.doubled[w] = true
			}
			for w := range theirs {
				c.doubled[w] = true
			}
		}
	}
	res, err := d.Resolve(c.t.Context(), ref, choices, ResolveOptions{State: dispute.State})
	if err == nil {
		err = res.Err
	}
	c.tell("resolved %s with %v: %v\n%s%s", r.Meeting, choices, err, res.FileDiff, res.Diff)
	if err != nil {
		c.t.Errorf("resolve: %v", err)
		return
	}
	for w, l := range lost {
		if l {
			c.removed[w] = true
		}
	}
}

// reported fails the test if a word is on one side alone, and in no conflict.
func (c *crowd) reported(ref archive.Ref, d Dispute) {
	c.t.Helper()
	there := crowdWords(c.read(ref.Date.String()) + d.Page.Text)
	for _, k := range d.Contested {
		maps.Copy(there, crowdWords(k.Ours+" "+k.Theirs))
	}
	for w := range crowdWords(d.Base.Wikitext) {
		if !c.removed[w] && there[w] == 0 {
			c.t.Errorf("%s is neither in the conflict nor on any side", w)
		}
	}
}

// killing is what a process that is to be killed is told.
type killing struct {
	Root, State, API string
	At               int    // at the how-manieth of the places where it writes; -1 for none
	Story            string `json:",omitempty"`
}

// TestKilledSync is the process that a random test kills: it does nothing
// unless it is told to by the environment.
func TestKilledSync(t *testing.T) {
	var k killing
	if err := json.Unmarshal([]byte(os.Getenv("TELKO_KILLED_SYNC")), &k); err != nil {
		return
	}
	d, refs, err := openDesk(k.Root, k.State, k.API, false)
	if err != nil {
		t.Fatal(err)
	}
	stop := func(string) error {
		if k.At == 0 {
			_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
		}
		k.At--
		return nil
	}
	if k.At >= 0 {
		d.Files, d.Writer = &stoppingFiles{d.Files, stop}, &stoppingWriter{d.Writer, stop}
	}
	if err := d.Sync(context.Background(), refs, syncing, func(Result) {}); err != nil {
		t.Log(err)
	}
}

// killOne runs a sync in a process of its own that is killed, by SIGKILL: when
// it writes something, or when a request of it arrives or is answered. Faults
// are what else happens to it.
func (c *crowd) killOne(faults []*wikitest.Fault) {
	c.t.Helper()
	k := killing{Root: c.root, State: c.state, API: c.API, At: -1}
	cmd := exec.Command(os.Args[0], "-test.run=^TestKilledSync$")
	started := make(chan struct{})
	kill := func() { <-started; _ = cmd.Process.Kill() }
	where := c.rnd.IntN(14)
	switch c.rnd.IntN(3) {
	case 0:
		k.At = c.rnd.IntN(12)
	case 1:
		faults = append(faults, wikitest.Meanwhile(wikitest.Any, kill).Skip(where).Always().Times(1))
	default:
		faults = append(faults, wikitest.Afterwards(wikitest.Any, kill).Skip(where).Always().Times(1))
	}
	told, err := json.Marshal(k)
	if err != nil {
		c.t.Fatal(err)
	}
	cmd.Env = append(os.Environ(), "TELKO_KILLED_SYNC="+string(told))
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	c.arm(faults)
	if err := cmd.Start(); err != nil {
		c.t.Fatal(err)
	}
	close(started)
	err = cmd.Wait()
	c.Disarm()
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit) && exit.Sys().(syscall.WaitStatus).Signal() == syscall.SIGKILL:
		c.killed++
		c.tell("a sync is killed: write %d, request %d", k.At, where)
	case err != nil:
		c.t.Errorf("the sync to be killed: %v\n%s", err, &out)
	default:
		c.tell("a sync that was to be killed came to its end:\n%s", &out)
	}
}

// finish syncs until nothing is left to do, with a person who takes both sides
// of every conflict, and checks that every word is where it belongs.
func (c *crowd) finish() {
	c.t.Helper()
	c.Disarm()
	for try := 0; ; try++ {
		o := syncing
		o.Accept = true
		all, err := c.run(c.t.Context(), o)
		if err != nil {
			c.t.Fatalf("the last sync: %v", err)
		}
		open := false
		for _, r := range all {
			c.tell("at the end: %s %s, pulled %v, %v\n%s%s", r.Meeting, r.Outcome, r.Pulled, r.Err, r.FileDiff, r.Diff)
			if r.Err != nil {
				open = true
				c.person(r, true)
			}
		}
		if !open || c.t.Failed() {
			break
		}
		if try == 10 {
			c.t.Error("the conflicts come to no end")
			break
		}
	}
	files, pages := "", ""
	for _, day := range c.days {
		files += c.read(day) + "\n"
		pages += c.Get(c.titles[day]) + "\n"
	}
	c.tell("files:\n%s\npages:\n%s", files, pages)
	inFiles, onPages := crowdWords(files), crowdWords(pages)
	for _, w := range c.words {
		f, p := inFiles[w], onPages[w]
		switch {
		case f != p:
			c.t.Errorf("%s is %d times in files and %d times on pages", w, f, p)
		case c.removed[w]:
		case f == 0:
			c.t.Errorf("%s is lost", w)
		case f > 1 && !c.doubled[w]:
			c.t.Errorf("%s is doubled", w)
		}
	}
	for _, r := range c.team.sync() {
		if r.Outcome != Unchanged || r.Pulled {
			c.t.Errorf("not settled: %+v", r)
		}
	}
}
