package capture

import (
	"encoding/json"
	"path"
	"strings"
	"testing"
	"time"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/tasks/when"
)

// testRoster is whom the tests' team knows.
func testRoster(t testing.TB) *minutes.People {
	t.Helper()
	p, err := minutes.NewPeople([]minutes.Person{
		{Nick: "kaja", Name: "Kaja Steuer", Groups: []string{"deck"}},
		{Nick: "lotte", Name: "Lotte Boje"},
		{Nick: "fiete", Name: "Fiete Anker", Groups: []string{"deck"}},
		{Nick: "otto", Name: "Otto Ost", Guest: true},
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func refOf(name string) archive.Ref {
	id := strings.TrimSuffix(path.Base(name), ".md")
	date, _ := when.ParseISO(id[:min(10, len(id))])
	return archive.Ref{ID: id, Path: name, Date: date, Series: "deck"}
}

// testBase is a file as it is when a telco begins.
const testBase = `---
series: deck
date: 2032-05-06
start: 22:20
keeper: kaja
status: live
due-days: 7
---

# Deck-Telko 06.05.2032
`

// testAgenda is one with an agenda.
const testAgenda = `---
series: deck
date: 2032-05-06
start: 22:20
status: agenda
due-days: 7
---

# Deck-Telko 06.05.2032

## Segel

- Fock oder Genua?

## Anker

### Kette

### Winsch

## Anträge

### Antrag 1: Neuer Anker

**Antragsteller:** Otto Ost (Kassenwart)

Es möge ein Anker her.

## Planung der nächsten 7 Tage
`

// testClock is a clock that goes on a second at every look.
type testClock struct{ t time.Time }

func (c *testClock) now() time.Time {
	c.t = c.t.Add(time.Second)
	return c.t
}

// newTestSession begins a session with what c leaves out filled in.
func newTestSession(t testing.TB, c Config) *Session {
	t.Helper()
	if c.Base == nil {
		c.Base = []byte(testBase)
	}
	if c.Ref.Path == "" {
		c.Ref = refOf("minutes/2032/2032-05-06-deck.md")
	}
	if c.Journal == nil {
		c.Journal = &Memory{}
	}
	if c.Writer == "" {
		c.Writer = "k3f"
	}
	if c.Now == nil {
		clock := &testClock{time.Date(2032, 5, 6, 22, 30, 0, 0, time.FixedZone("", 7200))}
		c.Now = clock.now
	}
	if c.Keeper == "" {
		c.Keeper = "kaja"
	}
	if c.Context.People == nil {
		c.Context.People = testRoster(t)
	}
	if c.Context.DueDays == 0 {
		c.Context.DueDays = 7
	}
	s, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// happen lets events count, each by itself.
func happen(t testing.TB, s *Session, events ...Event) {
	t.Helper()
	for _, e := range events {
		if err := s.commit([]Event{e}); err != nil {
			t.Fatal(err)
		}
	}
}

// publicText returns the public file.
func publicText(s *Session) string {
	public, _ := s.Render()
	return string(public)
}

// dump returns a value with all its fields.
func dump(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(b)
}
