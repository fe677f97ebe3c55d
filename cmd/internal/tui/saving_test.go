package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/capture"
	"telko/minutes/capture/disk"
	"telko/minutes/lang"
	"telko/tasks/when"
)

// dock is a workspace and a state folder on disk, in which telcos are
// recorded.
type dock struct {
	t     *testing.T
	clock *clock
	root  string
	ws    *archive.Workspace
	state string
}

func newDock(t *testing.T) *dock {
	t.Helper()
	d := &dock{t: t, clock: newClock(), root: filepath.Join(t.TempDir(), "ws"), state: t.TempDir()}
	s := archive.DefaultSettings()
	s.ID, s.Team = "werft", "Werft"
	s.Series = []archive.Series{{Key: "deck", Title: "Deck-Telko", Weekday: time.Thursday, Regular: true, Time: when.ClockAt(22, 0)}}
	people := []minutes.Person{{Nick: "kaja", Name: "Kaja Steuer"}, {Nick: "lotte", Name: "Lotte Boje"}}
	if err := archive.Init(d.root, archive.InitOptions{Settings: s, People: people}); err != nil {
		t.Fatal(err)
	}
	var err error
	if d.ws, err = archive.Open(d.root, archive.Options{Now: d.clock.now, LockWait: 5 * time.Second, Version: "test"}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.ws.Close() })
	return d
}

// open returns a screen over the telco, as telko record shows it.
func (d *dock) open() *screen { return d.openIn(lang.German) }

func (d *dock) openIn(l lang.Lang) *screen {
	d.t.Helper()
	plan, err := capture.PlanFor(d.ws, capture.Wish{Series: "deck"}, d.clock.now())
	if err != nil {
		d.t.Fatal(err)
	}
	session, err := capture.Start(capture.Options{Workspace: d.ws, Files: disk.Dir(d.state), Now: d.clock.now, Keeper: "kaja", PID: 4711}, plan)
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { _ = session.Close() })
	a := newApp(&Options{Session: session, Lang: l, Now: d.clock.now})
	s := &screen{app: a, t: d.t, clock: d.clock}
	s.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	return s
}

// save does what the screen does a moment after a change, or at a tick.
func (s *screen) save() {
	s.t.Helper()
	s.clock.pass(5 * time.Second)
	cmd := s.send(saveMsg{})
	if cmd == nil {
		return
	}
	msg, ok := cmd().(savedMsg)
	if !ok {
		s.t.Fatal("it does something else than save")
	}
	s.send(msg)
}

func (d *dock) file() string {
	b, err := os.ReadFile(filepath.Join(d.root, "minutes", "2032", "2032-05-06-deck.md"))
	if err != nil && !os.IsNotExist(err) {
		d.t.Fatal(err)
	}
	return string(b)
}

func TestSavedState(t *testing.T) {
	d := newDock(t)
	s := d.open()
	s.save()
	s.has("✓ gespeichert")
	s.enter("die Fock ist gerissen")
	s.has("wird gespeichert")
	s.save()
	s.has("✓ gespeichert")
	if !strings.Contains(d.file(), "- die Fock ist gerissen") {
		t.Errorf("the file is %q", d.file())
	}
}

func TestTypingGoesOnWhileItSaves(t *testing.T) {
	d := newDock(t)
	s := d.open()
	s.enter("eins")
	s.clock.pass(5 * time.Second)
	cmd := s.send(saveMsg{})
	s.has("speichert …")
	s.enter("zwei").write("halb")
	s.has("› halb▏")
	s.send(cmd().(savedMsg))
	s.has("wird gespeichert", "• zwei", "› halb▏")
	s.save()
	s.has("✓ gespeichert")
	if !strings.Contains(d.file(), "- zwei") {
		t.Errorf("the file is %q", d.file())
	}
}

func TestNotSavedSaysWhy(t *testing.T) {
	d := newDock(t)
	s := d.open()
	s.enter("eins")
	s.save()
	// The folder of the year becomes a file: nothing can be written there.
	dir := filepath.Join(d.root, "minutes", "2032")
	if err := os.Rename(dir, dir+".weg"); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(dir, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	s.enter("zwei")
	s.save()
	s.has("NICHT GESPEICHERT", "• zwei", "NICHT GESPEICHERT: not a directory: 2032-05-06-deck.md")
	s.enter("drei")
	s.has("• drei", "NICHT GESPEICHERT")
	if err := os.Remove(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(dir+".weg", dir); err != nil {
		t.Fatal(err)
	}
	s.save()
	s.has("✓ gespeichert")
	s.lacks("NICHT GESPEICHERT")
	if f := d.file(); !strings.Contains(f, "- zwei\n- drei") {
		t.Errorf("the file is %q", f)
	}
}

func TestChangeOfTheFileIsShown(t *testing.T) {
	d := newDock(t)
	s := d.open()
	s.enter("eins")
	s.save()
	path := filepath.Join(d.root, "minutes", "2032", "2032-05-06-deck.md")
	if err := os.WriteFile(path, []byte(strings.Replace(d.file(), "- eins", "- eins von außen", 1)), 0o666); err != nil {
		t.Fatal(err)
	}
	s.save() // it must stand for a while
	s.save()
	s.has("• eins von außen")
}

func TestLineBeingTypedComesBack(t *testing.T) {
	d := newDock(t)
	s := d.open()
	s.enter("angenommen").write("Grüße an d")
	if err := s.session.Close(); err != nil { // as after a crash: nothing was told to the screen
		t.Fatal(err)
	}
	s = d.open()
	s.has("• angenommen", "› Grüße an d▏", "Die Zeile, die noch nicht angenommen war")
	s.write("ie").press("enter")
	s.has("• Grüße an die")
}

func TestEndOfTheScreenWritesTheFile(t *testing.T) {
	d := newDock(t)
	s := d.open()
	s.enter("eins")
	if err := s.finish(); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(d.file(), "- eins") {
		t.Errorf("the file is %q", d.file())
	}
	s.enter("zwei")
	s.clock.pass(time.Minute)
	if cmd := s.send(saveMsg{}); cmd == nil { // a save was begun, and nobody will hear of its end
		t.Fatal("nothing is saved")
	}
	s.enter("drei")
	if err := s.finish(); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(d.file(), "- zwei\n- drei") {
		t.Errorf("the file is %q", d.file())
	}
}

// slowDir is a folder on a disk that takes as long as a test wants it to.
type slowDir struct {
	disk.Dir
	slow chan struct{} // a Sync waits until it can take from it; nil: does not
}

type slowFile struct {
	capture.File
	d *slowDir
}

func (d *slowDir) Create(name string) (capture.File, error) {
	f, err := d.Dir.Create(name)
	return slowFile{f, d}, err
}

func (f slowFile) Sync() error {
	if f.d.slow != nil {
		<-f.d.slow
	}
	return f.File.Sync()
}

// A disk that is slow is not felt: the line is in the minutes, the next one can
// be typed, and the screen does not say that it is saved before it is.
func TestSlowDisk(t *testing.T) {
	d := newDock(t)
	plan, err := capture.PlanFor(d.ws, capture.Wish{Series: "deck"}, d.clock.now())
	if err != nil {
		t.Fatal(err)
	}
	files := &slowDir{Dir: disk.Dir(d.state)}
	session, err := capture.Start(capture.Options{Workspace: d.ws, Files: files, Now: d.clock.now, Keeper: "kaja", SyncBeside: true}, plan)
	if err != nil {
		t.Fatal(err)
	}
	s := &screen{app: newApp(&Options{Session: session, Lang: lang.German, Now: d.clock.now}), t: t, clock: d.clock}
	s.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	s.save()
	s.has("✓ gespeichert")

	files.slow = make(chan struct{})
	s.write("eins")
	synced, saved := make(chan syncedMsg, 9), make(chan savedMsg, 9)
	var run func(cmd tea.Cmd)
	run = func(cmd tea.Cmd) { // as the program does it
		if cmd == nil {
			return
		}
		go func() {
			switch msg := cmd().(type) {
			case tea.BatchMsg:
				for _, c := range msg {
					run(c)
				}
			case syncedMsg:
				synced <- msg
			case savedMsg:
				saved <- msg
			}
		}()
	}
	run(s.send(keyPress("enter")))
	s.enter("zwei").write("halb")
	s.has("• eins", "• zwei", "› halb▏", "wird gespeichert")
	s.clock.pass(2 * time.Second)
	s.has("Datenträger langsam")
	s.lacks("✓")
	close(files.slow)
	run(s.send(<-synced)) // goes on with what came meanwhile
	run(s.send(<-synced))
	s.send(<-saved)
	s.has("✓ gespeichert", "› halb▏")
	if !strings.Contains(d.file(), "- eins\n- zwei\n") {
		t.Errorf("the file is %q", d.file())
	}
	if err := session.Close(); err != nil {
		t.Fatal(err)
	}
}

// What the session finds, as that the file was deleted, is said once nobody is
// typing, and is no more than a line.
func TestNewsIsTold(t *testing.T) {
	d := newDock(t)
	s := d.open()
	s.enter("eins")
	s.save()
	if err := os.Remove(filepath.Join(d.root, "minutes", "2032", "2032-05-06-deck.md")); err != nil {
		t.Fatal(err)
	}
	s.enter("zwei").write("halb")
	s.save()
	s.send(tickMsg(d.clock.now()))
	s.lacks("gelöscht")
	s.press("enter")
	s.clock.pass(2 * time.Second)
	s.send(tickMsg(d.clock.now()))
	s.has("die Datei war gelöscht")
	s.write("x")
	s.lacks("gelöscht")
	s.press("backspace")
	s.clock.pass(2 * time.Second)
	s.send(tickMsg(d.clock.now()))
	s.lacks("gelöscht")
}
