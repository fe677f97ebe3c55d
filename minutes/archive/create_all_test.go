package archive

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Meetings that are made at once have the bytes, and the log the lines, that
// they get one after the other; also those of one day, which share numbers.
func TestCreateAll(t *testing.T) {
	one, all := newWorkspace(t), newWorkspace(t)
	var fresh []Fresh
	for i, id := range []string{"2010-01-07-werk-telko", "2010-01-14-werk-telko", "2010-01-07-werk-telko-2", "2010-01-07-andere"} {
		lines := fmt.Sprintf("- [ ] Toner holen (mia)\n- [ ] Kabel %d legen\n", i)
		fresh = append(fresh, Fresh{id, []byte(meeting(id[:10], lines))})
		created(t, one, id, lines)
	}
	made, err := all.CreateAll(fresh[:1])
	if err != nil || made[0].Err != nil {
		t.Fatal(err, made)
	}
	made, err = all.CreateAll(fresh)
	if err != nil {
		t.Fatal(err)
	}
	wantIs(t, made[0].Err, ErrExists)
	for i, m := range made {
		if i > 0 && m.Err != nil || m.Ref.ID != fresh[i].ID || m.Ref.Path != PathOf(fresh[i].ID) || m.Ref.Series != "werk-telko" && i < 3 {
			t.Errorf("%+v", m)
		}
		if d := cmp.Diff(get(t, one, PathOf(fresh[i].ID)), get(t, all, PathOf(fresh[i].ID))); d != "" {
			t.Error(d)
		}
	}
	if d := cmp.Diff(get(t, one, taskLog), get(t, all, taskLog)); d != "" {
		t.Error(d)
	}
}

// One that cannot be made keeps none of the others from it.
func TestCreateAllFails(t *testing.T) {
	w := newWorkspace(t)
	good := []byte(meeting(day, "- [ ] Toner holen (mia)\n"))
	made, err := w.CreateAll([]Fresh{
		{"2010-01-07-../x", good},
		{"2010-01-07-a", []byte("---\ndate: gestern\n---\n- [ ] x\n")},
		{"2010-01-07-b", good},
		{"2010-01-07-b", good},
		{"2010-01-07-c", nil},
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, bad := range []bool{true, true, false, true, false} {
		if (made[i].Err != nil) != bad {
			t.Errorf("%d: %v", i, made[i].Err)
		}
	}
	wantIs(t, made[3].Err, ErrExists)
	if refs, _ := w.Meetings(); len(refs) != 2 {
		t.Errorf("%v", refs)
	}
	if made, err := w.CreateAll(nil); err != nil || len(made) != 0 {
		t.Errorf("%v, %v", made, err)
	}
}
