package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"golang.org/x/term"

	"telko/minutes/lang"
)

// The rules of telko's output; every command keeps them by using an output.
//
//   - Results go to stdout, everything else (headings, hints, warnings,
//     errors) to stderr, so that a pipe carries results alone.
//   - On a terminal a list is a table with its heading on stderr; its widths
//     are counted in cells, and the last column wraps. Into a pipe it is one
//     line a record, fields apart by tabs, dates in ISO form, text in full, no
//     heading. With --json it is JSON.
//   - Nothing found is an empty stdout, a sentence on stderr, and no failure.
//   - Colour only on a terminal, and not with NO_COLOR or TERM=dumb; nothing
//     is said by colour alone.
//   - Text of files and wikis is never trusted: before a terminal sees it,
//     control characters and those that turn the direction of text are taken
//     out. In a pipe's record, tabs and line breaks become spaces.
//   - telko never asks a terminal anything by escape sequence.
//   - "telko: error: ..." is lower case, without a full stop, and names file
//     and line; what to do about it follows as "telko: hint: ...".
//
// stdout is buffered; writing to stderr flushes it first, so that both come in
// the order in which a command spoke.
type output struct {
	stdout *bufio.Writer
	stderr io.Writer
	lang   lang.Lang
	outTTY bool // stdout is a terminal
	errTTY bool // stderr is a terminal
	inTTY  bool // stdin is a terminal: there is somebody to ask
	color  bool
	width  int // of the terminal, in cells
	shown  int // cells of the line of progress that stands on stderr
}

// defaultWidth is used where a terminal does not say how wide it is.
const defaultWidth = 80

func newOutput(env Env, l lang.Lang) *output {
	o := &output{
		stdout: bufio.NewWriterSize(env.Stdout, 16<<10), stderr: env.Stderr, lang: l,
		outTTY: isTerminal(env.Stdout), errTTY: isTerminal(env.Stderr), inTTY: isTerminal(env.Stdin),
		width: defaultWidth,
	}
	if o.outTTY {
		o.color = env.Getenv("NO_COLOR") == "" && env.Getenv("TERM") != "dumb"
		if w, _, err := term.GetSize(int(env.Stdout.(*os.File).Fd())); err == nil && w > 0 {
			o.width = w
		}
	}
	return o
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// Print writes a result as it is, but for what a terminal must not see.
func (o *output) Print(s string) {
	if o.outTTY {
		s = clean(s)
	}
	o.stdout.WriteString(s)
}

// Say writes a line of the catalogue as a result.
func (o *output) Say(t lang.Text, args ...any) { o.Print(t.In(o.lang, args...) + "\n") }

// Record writes one line of fields apart by tabs.
func (o *output) Record(fields ...string) {
	for i, f := range fields {
		if i > 0 {
			o.stdout.WriteByte('\t')
		}
		o.stdout.WriteString(oneLine(f))
	}
	o.stdout.WriteByte('\n')
}

// JSON writes v, indented.
func (o *output) JSON(v any) error {
	b, err := jsonBytes(v)
	if err != nil {
		return err
	}
	o.Print(string(b))
	return nil
}

// jsonBytes returns v as indented JSON.
func jsonBytes(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(v)
	return b.Bytes(), err
}

// Talk writes a line to stderr: what is no result.
func (o *output) Talk(t lang.Text, args ...any) { o.talk(t.In(o.lang, args...)) }

// Hint says what one can do next.
func (o *output) Hint(t lang.Text, args ...any) { o.hint(t.In(o.lang, args...)) }

// hint says what one can do next, unless that is "".
func (o *output) hint(text string) {
	if text != "" {
		o.talk("telko: " + lang.CLIHint.In(o.lang) + ": " + text)
	}
}

// Warn reports what is wrong but stops nothing.
func (o *output) Warn(message string) {
	o.talk("telko: " + lang.CLIWarning.In(o.lang) + ": " + message)
}

// Fail reports the error that ends the command, and its hint.
func (o *output) Fail(message, hint string) {
	o.talk("telko: " + lang.CLIError.In(o.lang) + ": " + message)
	o.hint(hint)
}

// Progress shows a person who watches how far a long run has come. The line
// stands until the next one, or until Progressed.
func (o *output) Progress(t lang.Text, args ...any) {
	if !o.errTTY || !o.outTTY {
		return
	}
	s := clean(t.In(o.lang, args...))
	n := displaywidth.String(s)
	fmt.Fprint(o.stderr, "\r"+s+strings.Repeat(" ", max(o.shown-n, 0)))
	o.shown = n
}

// Progressed takes the line of progress away.
func (o *output) Progressed() {
	if o.shown > 0 {
		fmt.Fprint(o.stderr, "\r"+strings.Repeat(" ", o.shown)+"\r")
		o.shown = 0
	}
}

func (o *output) talk(s string) {
	o.Progressed()
	o.Flush()
	if o.errTTY {
		s = clean(s)
	}
	fmt.Fprintln(o.stderr, s)
}

// Flush brings what was printed to the stream.
func (o *output) Flush() error { return o.stdout.Flush() }

// clean takes out of s what could drive a terminal or make text lie about its
// order: control characters but tab and line feed, and bidirectional marks.
func clean(s string) string {
	if harmless(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r), r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f:
			return -1
		case r == utf8.RuneError:
			return utf8.RuneError
		}
		return r
	}, s)
}

// harmless reports whether s is text that clean and oneLine leave as it is. It
// may say no of some that they would; a completion asks it a thousand times.
func harmless(s string) bool {
	ascii := true
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ', c == 0x7f:
			return false
		case c >= 0x80:
			ascii = false
			// U+0080 to U+009F begin with C2, what ends lines or turns the
			// order of text with E2 80 or E2 81.
			if i+1 < len(s) && (c == 0xc2 && s[i+1] < 0xa0 || c == 0xe2 && s[i+1] <= 0x81) {
				return false
			}
		}
	}
	return ascii || utf8.ValidString(s)
}

// oneLine makes s fit into a field of a record or a cell of a table.
func oneLine(s string) string {
	if harmless(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case '\t', '\n', '\r', '\v', '\f', 0x85, 0x2028, 0x2029:
			return ' '
		}
		return r
	}, s)
}
