package tui

import (
	"bytes"
	"io"
	"os"
	"strings"
	"unicode/utf8"
)

// input is the terminal's input as the library takes it well. The library
// decodes what has come after a twentieth of a second, whether it is whole or
// not: on a slow line a character that comes in two pieces would be lost, and
// the end of a paste not be seen, so that all that is typed goes on being pasted.
// And of what is pasted it would take escape sequences for its own. So pieces are
// held until they are whole, and an escape character within a paste is handed
// on as another that nobody types, pasteEscape; pasted turns it back.
type input struct {
	*os.File // for what the library does with a terminal
	from     io.Reader
	filter   pasteFilter
}

// newInput returns a terminal's input.
func newInput(f *os.File) *input { return &input{File: f, from: f} }

// pasteEscape stands for an escape character within a paste.
const pasteEscape = '\U0010fffd'

// grows is how many times longer the filter can make what it reads.
const grows = 4

// Read implements io.Reader. It may return nothing at all, to be called again
// when there is more: whoever waits for that can be woken otherwise too.
func (r *input) Read(p []byte) (int, error) {
	room := len(p)/grows - len(r.filter.held)
	if room <= 0 {
		return r.from.Read(p) // nobody reads in such pieces
	}
	n, err := r.from.Read(p[:room])
	out := r.filter.take(p[:n])
	if err != nil {
		out = append(out, r.filter.held...)
		r.filter.held = nil
	}
	return copy(p, out), err
}

// pasteFilter is what is known of a stream of input.
type pasteFilter struct {
	pasting bool
	matched int    // how much of the start of a paste was seen last
	held    []byte // what is not whole yet
	out     []byte
}

const (
	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

// take returns what is whole of the input so far and was not returned before.
// It holds good until the next call.
func (f *pasteFilter) take(more []byte) []byte {
	data := append(f.held, more...)
	f.out = f.out[:0]
	i := 0
	for i < len(data) {
		n := 0
		if f.pasting {
			n = f.pasted(data[i:])
		} else {
			n = f.typed(data[i:])
		}
		if n == 0 {
			break
		}
		i += n
	}
	f.held = bytes.Clone(data[i:])
	return f.out
}

// typed takes a byte of what is typed, or the characters at its start that are
// one; 0 if they are not whole.
func (f *pasteFilter) typed(data []byte) int {
	if data[0] >= utf8.RuneSelf {
		f.matched = 0
		if !utf8.FullRune(data) {
			return 0
		}
		_, n := utf8.DecodeRune(data)
		f.out = append(f.out, data[:n]...)
		return n
	}
	if data[0] != pasteStart[f.matched] {
		f.matched = 0
	}
	if data[0] == pasteStart[f.matched] {
		f.matched++
	}
	// "ESC" and "ESC [" may be keys; what is longer comes to an end soon.
	if rest := pasteStart[f.matched:]; f.matched >= 3 && len(rest) > 0 && len(data) == 1 {
		f.matched--
		return 0
	}
	f.out = append(f.out, data[0])
	if f.matched == len(pasteStart) {
		f.pasting, f.matched = true, 0
	}
	return 1
}

// pasted takes a character of what is pasted, or the end of it; 0 if that is not
// whole.
func (f *pasteFilter) pasted(data []byte) int {
	switch {
	case bytes.HasPrefix(data, []byte(pasteEnd)):
		f.out = append(f.out, pasteEnd...)
		f.pasting = false
		return len(pasteEnd)
	case strings.HasPrefix(pasteEnd, string(data[:min(len(data), len(pasteEnd))])):
		return 0
	case data[0] == '\x1b':
		f.out = utf8.AppendRune(f.out, pasteEscape)
		return 1
	case data[0] < utf8.RuneSelf:
		f.out = append(f.out, data[0])
		return 1
	case !utf8.FullRune(data):
		return 0
	}
	r, n := utf8.DecodeRune(data)
	f.out = utf8.AppendRune(f.out, r) // U+FFFD for what is none
	return n
}
