package tui

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"telko/minutes"
	"telko/minutes/capture"
	"telko/minutes/lang"
)

// BenchmarkKey is what a key costs from Update to the end of View, in an empty
// telco and in one of 2,000 entries. The terminal library then draws what
// changed, which does not depend on the telco.
func BenchmarkKey(b *testing.B) {
	for _, n := range []int{0, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			a := longTelco(b, n)
			line := []rune("! Fock flicken (kaja, lotte) bis Freitag und dann das Deck")
			b.ReportAllocs()
			b.ResetTimer()
			for i := range b.N {
				j := i % (len(line) + 1)
				if j == len(line) {
					a.Update(tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl})
				} else {
					a.Update(tea.KeyPressMsg{Code: line[j], Text: string(line[j])})
				}
				_ = a.View()
			}
		})
	}
}

// BenchmarkScroll turns the pages of 2,000 entries, whose rows are made as they
// come into sight.
func BenchmarkScroll(b *testing.B) {
	a := longTelco(b, 2000)
	b.ResetTimer()
	for i := range b.N {
		key := tea.KeyPressMsg{Code: tea.KeyPgUp}
		if i%200 == 0 {
			key = tea.KeyPressMsg{Code: tea.KeyEnd, Mod: tea.ModCtrl}
		}
		a.Update(key)
		_ = a.View()
	}
}

func longTelco(tb testing.TB, n int) *app {
	c := newClock()
	s, err := capture.New(capture.Config{
		Base:    []byte("---\nseries: deck\ndate: 2032-05-06\n---\n"),
		Journal: &capture.Memory{}, Writer: "k3f", Now: c.now, Keeper: "kaja", Context: minutes.Context{Lang: lang.German},
	})
	if err != nil {
		tb.Fatal(err)
	}
	for i := range n {
		line := fmt.Sprintf("Notiz %d: die Fock ist gerissen, und wer sie flickt, müsste das bis zur nächsten Woche tun, weil dann der Wind kommt", i)
		if i%100 == 0 {
			line = fmt.Sprintf("# Thema %d", i)
		}
		if _, err := s.Enter(line); err != nil {
			tb.Fatal(err)
		}
	}
	a := newApp(&Options{Session: s, Lang: lang.German, Now: c.now})
	a.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	return a
}
