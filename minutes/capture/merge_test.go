package capture

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// sail is what two keepers on two machines do.
type fleet struct {
	*rand.Rand
	t    testing.TB
	port [2]*port
	s    [2]*Session
	n    int
	left map[string]bool // texts that are to be there in the end
}

func newFleet(t testing.TB, seed uint64) *fleet {
	f := &fleet{Rand: rand.New(rand.NewPCG(seed, 7)), t: t, left: map[string]bool{}}
	f.port[0], f.port[1] = newPort(t), newPort(t)
	f.port[1].word = "m7q"
	f.s[0] = f.port[0].start()
	return f
}

// pass copies the meeting's file and logs from one machine to the other, as a
// shared folder does.
func (f *fleet) pass(from int) {
	a, b := f.port[from], f.port[1-from]
	b.write(a.file())
	for _, name := range []string{"tasks.log", "motions.log"} {
		data, err := os.ReadFile(a.ws.Root() + "/" + name)
		if err != nil {
			continue
		}
		if err := os.WriteFile(b.ws.Root()+"/"+name, data, 0o666); err != nil {
			f.t.Fatal(err)
		}
	}
}

// act has a keeper do something.
func (f *fleet) act(who int) {
	s := f.s[who]
	f.n++
	text := fmt.Sprintf("Wort%d von %d", f.n, who)
	var own []*Entry
	for _, e := range s.View().Entries {
		if (e.Kind == KindNote || e.Kind == KindTask || e.Kind == KindTopic) && strings.HasSuffix(e.Text, fmt.Sprintf("von %d", who)) {
			own = append(own, e)
		}
	}
	switch k := f.IntN(10); {
	case k < 1:
		enter(f.t, s, "# "+text)
		f.left[text] = true
	case k < 2:
		enter(f.t, s, "! "+text)
		f.left[text] = true
	case k < 6 || len(own) == 0:
		enter(f.t, s, text)
		f.left[text] = true
	case k < 8:
		e := own[f.IntN(len(own))]
		if _, err := s.Do(EditEntry{ID: e.ID, Text: text}); err != nil {
			f.t.Fatal(err)
		}
		delete(f.left, e.Text)
		f.left[text] = true
	case k < 9:
		e := own[f.IntN(len(own))]
		if e.Kind == KindTopic {
			return
		}
		if _, err := s.Do(DeleteEntry{ID: e.ID}); err != nil {
			f.t.Fatal(err)
		}
		delete(f.left, e.Text)
	default:
		e := own[f.IntN(len(own))]
		if e.Kind == KindTopic {
			if _, err := s.Do(GotoTopic{Topic: e.ID}); err != nil {
				f.t.Fatal(err)
			}
		}
	}
}

// kill has a session die, at no call of the disk or at some one while it saves,
// and another one go on.
func (f *fleet) kill(who int) {
	p := f.port[who]
	if f.IntN(2) == 0 {
		func() {
			defer func() {
				if r := recover(); r != nil {
					if _, ok := r.(crash); !ok {
						panic(r)
					}
				}
			}()
			p.sim.dieAt = p.sim.ops + 1 + f.IntN(3)
			p.time = p.time.Add(10 * time.Second)
			if v, ok := f.s[who].StartSave(); ok && f.IntN(3) > 0 {
				_ = f.s[who].Finish(v.Run())
			}
		}()
	}
	p.sim.reboot(false)
	var err error
	if f.s[who], err = Start(p.options(), Plan{Ref: refOf(telcoFile)}); err != nil {
		f.t.Fatal(err)
	}
}

// check looks whether all texts are there once in a file.
func (f *fleet) check(text string) {
	f.t.Helper()
	for w := range f.left {
		if n := strings.Count(text, w+"\n") + strings.Count(text, w+" #"); n != 1 {
			f.t.Errorf("%q is there %d times", w, n)
		}
	}
	if n := strings.Count(text, "Wort"); n != len(f.left)+strings.Count(text, "(Fortsetzung)") {
		f.t.Errorf("%d texts of %d", n, len(f.left))
	}
	if f.t.Failed() {
		f.t.Log(text)
	}
}

// One keeper begins, another goes on from the file on another machine, the
// first returns: nothing is lost, nothing is there twice, whether the file came
// back, the journal, or both, and whatever the first one did meanwhile.
func TestHandOver(t *testing.T) {
	for seed := range uint64(40) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			f := newFleet(t, seed)
			for range 1 + f.IntN(12) {
				f.act(0)
			}
			save(t, f.s[0])
			meanwhile, fileToo, clock := f.IntN(2) == 0, f.IntN(2) == 0, f.IntN(3)
			f.pass(0)
			if f.IntN(2) == 0 { // entered, and not in the file that was passed on
				for range f.IntN(4) {
					f.act(0)
				}
			}
			f.port[1].time = f.port[0].time.Add(time.Duration(clock-1) * 20 * time.Minute) // a clock may be wrong
			var err error
			if f.s[1], err = Start(f.port[1].options(), Plan{Ref: refOf(telcoFile)}); err != nil {
				t.Fatal(err)
			}
			for range 1 + f.IntN(12) {
				f.act(1)
				if meanwhile && f.IntN(2) == 0 {
					f.act(0)
				}
				if f.IntN(3) == 0 {
					f.port[1].settle(f.s[1])
				}
			}
			f.port[1].settle(f.s[1])
			journal := slices.Clone(f.port[1].sim.files[f.s[1].live.journal.name].now)
			if err := f.s[1].Close(); err != nil {
				t.Fatal(err)
			}
			if fileToo && !meanwhile {
				f.pass(1)
				if f.IntN(2) == 0 { // the first one has seen it already
					f.port[0].settle(f.s[0])
				}
			}
			if err := f.s[0].Close(); err != nil {
				t.Fatal(err)
			}
			f.port[0].time = later(f.port[0].time, f.port[1].time)
			o := f.port[0].options()
			o.Merge = [][]byte{journal}
			s, err := Start(o, Plan{Ref: refOf(telcoFile)})
			if err != nil {
				t.Fatal(err)
			}
			f.port[0].settle(s)
			agree(t, f.port[0], s)
			f.check(f.port[0].file())
			// Merged again, nothing happens.
			text := f.port[0].file()
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			if s, err = Start(o, Plan{Ref: refOf(telcoFile)}); err != nil {
				t.Fatal(err)
			}
			f.port[0].settle(s)
			if f.port[0].file() != text {
				t.Errorf("merged again:\n%s\n---\n%s", f.port[0].file(), text)
			}
			names, _ := f.port[0].sim.List(".")
			if n := len(slices.DeleteFunc(names, func(n string) bool { return !strings.HasSuffix(n, journalEnd) })); n != 1 {
				t.Errorf("%d journals", n)
			}
		})
		if t.Failed() {
			break
		}
	}
}

func withoutBlank(text string) string {
	return strings.Join(slices.DeleteFunc(strings.Split(text, "\n"), func(l string) bool { return l == "" }), "\n")
}

// Two keepers record into one file at the same time, as on a shared folder:
// each sees what the other one wrote, nothing is lost or doubled, and merging
// their journals changes nothing of that.
func TestSharedFolder(t *testing.T) {
	for seed := range uint64(25) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			f := newFleet(t, seed)
			f.act(0)
			save(t, f.s[0])
			f.port[1] = openPort(t, f.port[0].ws.Root(), newSimFS())
			f.port[1].word, f.port[1].time = "m7q", f.port[0].time
			var err error
			if f.s[1], err = Start(f.port[1].options(), Plan{Ref: refOf(telcoFile)}); err != nil {
				t.Fatal(err)
			}
			for range 25 {
				who := f.IntN(2)
				f.act(who)
				if f.IntN(3) == 0 {
					f.port[who].settle(f.s[who])
				}
				if f.IntN(5) == 0 { // one that is killed, perhaps while it saves
					f.kill(who)
				}
			}
			for range 3 {
				f.port[0].settle(f.s[0])
				f.port[1].settle(f.s[1])
			}
			f.check(f.port[0].file())
			for i, s := range f.s {
				if got, want := withoutBlank(publicText(s)), withoutBlank(f.port[i].file()); got != want {
					t.Errorf("session %d says:\n%s\n---\n%s", i, got, want)
				}
				before := len(s.Events())
				f.port[i].settle(s)
				if len(s.Events()) != before {
					t.Errorf("they do not come to rest: %+v", s.Events()[before:])
				}
			}
			journal := slices.Clone(f.port[1].sim.files[f.s[1].live.journal.name].now)
			for _, s := range f.s {
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
			}
			o := f.port[0].options()
			o.Merge = [][]byte{journal}
			s, err := Start(o, Plan{Ref: refOf(telcoFile)})
			if err != nil {
				t.Fatal(err)
			}
			f.port[0].settle(s)
			f.check(f.port[0].file())
		})
		if t.Failed() {
			break
		}
	}
}
