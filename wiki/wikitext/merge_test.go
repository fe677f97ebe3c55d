package wikitext

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// gitMerge asks git; it says whether git found conflicts.
func gitMerge(t *testing.T, dir, base, ours, theirs string) (string, bool) {
	t.Helper()
	names := [3]string{"ours", "base", "theirs"}
	for i, s := range []string{ours, base, theirs} {
		names[i] = filepath.Join(dir, names[i])
		if err := os.WriteFile(names[i], []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var out, errs bytes.Buffer
	cmd := exec.Command("git", "merge-file", "-p", names[0], names[1], names[2])
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	if code := cmd.ProcessState.ExitCode(); err != nil && (code < 0 || code > 127) {
		t.Fatal(err, errs.String())
	}
	return out.String(), err != nil
}

// oneLineEnd returns s with "\n" for all ends of lines that MediaWiki knows.
func oneLineEnd(s string) string { return strings.ReplaceAll(withoutCR(s), "\r", "\n") }

// lineCounts counts the lines that are not blank.
func lineCounts(s string) map[string]int {
	n := map[string]int{}
	for _, l := range strings.Split(oneLineEnd(s), "\n") {
		if l = strings.TrimSpace(l); l != "" {
			n[l]++
		}
	}
	return n
}

// linesWithin returns the lines of blocks that have several.
func linesWithin(f Format, texts ...string) map[string]bool {
	out := map[string]bool{}
	for _, text := range texts {
		for _, u := range cutBlocks(text, f).wholeLines().list {
			if lines := lineCounts(u.text); len(lines) > 1 {
				for l := range lines {
					out[l] = true
				}
			}
		}
	}
	return out
}

// checkMerge holds a merge to what it promises of lines: what a side put in is
// there, in the text or in a conflict; what nobody took out is there; nothing is
// there that no side has; and a block that both moved is there once. Of a line
// within a block that is not promised, and git does not do it either.
func checkMerge(t *testing.T, base, ours, theirs string, f Format, m Merged) {
	t.Helper()
	fail := func(format string, args ...any) {
		t.Helper()
		t.Fatalf("%s\n--- base\n%s\n--- ours\n%s\n--- theirs\n%s\n--- merged %+v\n--- conflicts %+v", fmt.Sprintf(format, args...), base, ours, theirs, m.Pieces, m.Conflicts)
	}
	nb, no, nt := lineCounts(base), lineCounts(ours), lineCounts(theirs)
	every := make([]Choice, len(m.Conflicts))
	for i := range every {
		every[i] = Choice{Take: TakeBoth}
	}
	both, ok := m.Resolve(every...)
	if !ok {
		fail("not resolved")
	}
	nm := lineCounts(both)
	within := linesWithin(f, base, ours, theirs)
	for l := range nm {
		if nb[l]+no[l]+nt[l] == 0 {
			fail("line %q is new", l)
		}
		if most := max(no[l], nt[l], no[l]+nt[l]-nb[l]); len(m.Conflicts) == 0 && nm[l] > most && nb[l] == 1 && !within[l] {
			fail("line %q is there %d times", l, nm[l])
		}
	}
	for _, side := range []map[string]int{no, nt} {
		for l, n := range side {
			if n > nb[l] && nm[l] == 0 {
				fail("line %q that a side put in is lost", l)
			}
		}
	}
	for l, n := range nb {
		if no[l] >= n && nt[l] >= n && (nm[l] == 0 || n == 1 && nm[l] < n) {
			fail("line %q that nobody took out is lost", l)
		}
	}
	if len(m.Conflicts) == 0 && m.Text != both {
		fail("text and pieces differ")
	}
	// Each side comes out of its conflicts as it is there.
	for _, c := range m.Conflicts {
		for s, part := range []struct {
			of, text string
			line     int
		}{{base, c.Base, c.BaseLine}, {ours, c.Ours, c.OursLine}, {theirs, c.Theirs, c.TheirsLine}} {
			lines := strings.SplitAfter(oneLineEnd(part.of), "\n")
			if part.line < 1 || part.line > len(lines)+1 {
				fail("line %d of side %d", part.line, s)
			}
			rest := strings.Join(lines[min(part.line-1, len(lines)):], "")
			if !strings.HasPrefix(rest, strings.TrimRight(oneLineEnd(part.text), "\n")) {
				fail("conflict of side %d is not on line %d: %q", s, part.line, part.text)
			}
		}
	}
}

// editLines edits a text at random: changes, puts in, takes out, moves lines.
func editLines(r *rand.Rand, lines []string, fresh func() string) []string {
	out := slices.Clone(lines)
	for n := r.IntN(4); n >= 0; n-- {
		i := 0
		if len(out) > 0 {
			i = r.IntN(len(out))
		}
		switch k := r.IntN(10); {
		case k < 4 || len(out) == 0:
			out = slices.Insert(out, i, fresh())
		case k < 7:
			out[i] = fresh()
		case k < 9:
			out = slices.Delete(out, i, i+1)
		default:
			l := out[i]
			out = slices.Delete(out, i, i+1)
			out = slices.Insert(out, r.IntN(len(out)+1), l)
		}
	}
	return out
}

// TestMergeAgainstGit merges random lists, every line of which is a block. Where
// git merges, so does telko, to the same text; where git sees a conflict, telko
// may know better, and the promises hold.
func TestMergeAgainstGit(t *testing.T) {
	dir := t.TempDir()
	kinds := map[string]int{}
	for seed := range 2000 {
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		unique := seed%2 == 0
		number := 0
		fresh := func() string {
			number++
			if unique || r.IntN(3) == 0 {
				return fmt.Sprintf("* w%dx%d", seed, number)
			}
			return []string{"* ja", "* nein", "== TOP ==", "* ja", "----"}[r.IntN(5)]
		}
		var lines []string
		for range r.IntN(12) {
			lines = append(lines, fresh())
		}
		ours, theirs := editLines(r, lines, fresh), editLines(r, lines, fresh)
		text := func(l []string) string {
			if len(l) == 0 {
				return ""
			}
			return strings.Join(l, "\n") + "\n"
		}
		b, o, th := text(lines), text(ours), text(theirs)
		m := Merge(b, o, th, MergeOptions{})
		checkMerge(t, b, o, th, Wikitext, m)
		git, conflict := gitMerge(t, dir, b, o, th)
		switch {
		case !conflict && len(m.Conflicts) == 0 && m.Text == git:
			kinds["same text"]++
		case !conflict && len(m.Conflicts) == 0:
			kinds["another text"]++
			if unique {
				t.Errorf("git merges otherwise\n--- base\n%s--- ours\n%s--- theirs\n%s--- git\n%s--- telko\n%s", b, o, th, git, m.Text)
			}
		case conflict && len(m.Conflicts) > 0:
			kinds["conflict in both"]++
		case conflict:
			kinds["git alone has a conflict"]++
		default:
			kinds["telko alone has a conflict"]++
			for _, c := range m.Conflicts {
				if c.Reason != MovedBothWays && unique {
					t.Errorf("%s: git merges\n--- base\n%s--- ours\n%s--- theirs\n%s--- git\n%s", c.Reason, b, o, th, git)
				}
			}
		}
	}
	t.Log(kinds)
}
