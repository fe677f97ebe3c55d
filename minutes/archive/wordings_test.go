package archive

import (
	"strings"
	"testing"

	"telko/minutes"
)

// TestWordingOfPrivateMotion: what the log froze goes where the motion goes.
func TestWordingOfPrivateMotion(t *testing.T) {
	w := newWorkspace(t)
	const id = "2030-01-10-deck"
	src := "---\nseries: deck\ndate: 2030-01-10\nstart: 20:00\nstatus: final\n---\n\n# Deck\n\n## Heuer\n\n### Antrag 1: Heuer für Otto\n\nOtto bekommt mehr.\n\n## Hafen\n\n### Antrag 2: Kran\n\nEin Kran muss her.\n"
	ref, err := w.Create(id, []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	if log := get(t, w, motionLog); !strings.Contains(log, "Heuer für Otto%0AOtto bekommt mehr.\n") || !strings.Contains(log, "Kran%0A") {
		t.Fatal(log)
	}
	for range 2 {
		_, err = w.EditBoth(ref, func(public, private []byte) ([]byte, []byte, error) {
			if private != nil {
				return nil, append(private, '\n'), nil
			}
			return minutes.MovePrivate(ref.Path, public, private, "Heuer", w.Context())
		})
		if err != nil {
			t.Fatal(err)
		}
		log, secret := get(t, w, motionLog), get(t, w, privateLog)
		if strings.Contains(log, "Otto") || !strings.Contains(log, "Kran%0A") || strings.Count(log, " text ") != 2 {
			t.Errorf("the public log: %s", log)
		}
		if strings.Count(secret, "Otto bekommt mehr.") != 1 {
			t.Errorf("the private log: %s", secret)
		}
	}
	r, err := w.Motion("M300110-1")
	if err != nil || r.Frozen != "Heuer für Otto\nOtto bekommt mehr." || len(r.Remarks) > 0 {
		t.Errorf("%+v, %v", r, err)
	}
}
