package minutes

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"telko/minutes/lang"
)

// PrivateSuffix ends the names of private files, before ".md".
const PrivateSuffix = ".private"

// PublicOptions says how a file is made public.
type PublicOptions struct {
	People      *People
	NamesAsNick bool // names = "nick": exact names from people.toml become nicks
}

// Public is what may leave the team: a meeting as its public file has it. Only
// NewPublic makes one; the zero Public is empty. It cannot be changed: what
// its methods return are copies.
type Public struct {
	file *File // parsed from the public bytes, never the file of the workspace
}

// NewPublic returns f as it may leave the team, made from the bytes of the
// public file alone:
//
//   - HTML comments are gone, wherever they stood, also in code; so are
//     comments in the form of link definitions, [//]: # (…);
//   - of the front matter only the keys that telko knows are left;
//   - with NamesAsNick the exact names and e-mail addresses of people.toml have
//     become nicks, in attendance, text, code and links alike.
//
// It fails, with file and line, where something may be meant to be private: on
// a private file, at a heading that ends in {…} or a line marked private (see
// privateMarks), at a comment that is not closed or holds another, at a code
// block that is not closed, and if a name is left. Then nothing may be sent.
func NewPublic(f *File, o PublicOptions) (Public, error) {
	if isPrivateName(f.name) {
		return Public{}, &LineError{f.name, 1, lang.E(lang.PrivateFile).Hint(lang.PrivateFileHint)}
	}
	comments, line, why := findComments(f.src)
	if why != nil {
		return Public{}, &LineError{f.name, line, why}
	}
	blanked := blankComments(f.src, comments)
	if marks := privateMarks(blanked, f.front.At, f.Meeting.Imported != ""); len(marks) > 0 {
		return Public{}, markError(f.name, marks[0])
	}
	if line := oddComment(blanked); line > 0 && f.Meeting.Imported == "" {
		return Public{}, &LineError{f.name, line, lang.E(lang.CommentOdd).Hint(lang.CommentOddHint)}
	}
	if line, key := f.privateKey(); line > 0 {
		return Public{}, &LineError{f.name, line, lang.E(lang.PrivateKey, key).Hint(lang.PrivateKeyHint)}
	}
	if why := unclosed(f); why != nil {
		return Public{}, why
	}
	src := stripComments(f.src, comments)
	src, line = stripNotes(src)
	if line > 0 {
		return Public{}, &LineError{f.name, line, lang.E(lang.HiddenNote).Hint(lang.HiddenNoteHint)}
	}
	ctx := f.ctx
	ctx.People = o.People
	src, err := knownKeysOnly(f.name, src, ctx)
	if err != nil {
		return Public{}, err
	}
	if o.NamesAsNick {
		src, ctx.People, err = f.hideNames(src, ctx)
		if err != nil {
			return Public{}, err
		}
	}
	pub, err := Parse(f.name, src, ctx)
	if err != nil {
		return Public{}, err
	}
	if why := unclosed(pub); why != nil {
		return Public{}, why
	}
	// Taking things out may have joined others: look once more.
	if left, _, why := findComments(src); why != nil || len(left) > 0 {
		return Public{}, &LineError{f.name, 1, lang.E(lang.CommentNested).Hint(lang.CommentNestedHint)}
	}
	if marks := privateMarks(src, pub.front.At, pub.Meeting.Imported != ""); len(marks) > 0 {
		return Public{}, markError(f.name, marks[0])
	}
	return Public{pub}, nil
}

func isPrivateName(name string) bool {
	base := strings.ToLower(path.Base(strings.ReplaceAll(name, `\`, "/")))
	return strings.HasSuffix(strings.TrimSuffix(base, ".md"), PrivateSuffix)
}

func markError(name string, m mark) error {
	return &LineError{name, m.line, lang.E(lang.PrivateMark, m.shown()).Hint(lang.PrivateMarkHint)}
}

// unclosed returns an error if a code block of f goes on to the end of the
// file: what follows its beginning cannot be told from code.
func unclosed(f *File) error {
	for _, p := range f.problems {
		if p.Code == Unclosed {
			return &LineError{f.name, p.Line, p.Err}
		}
	}
	return nil
}

// knownKeysOnly returns src without the keys of the front matter that telko
// does not know: who put them there did not ask for them to be published.
func knownKeysOnly(name string, src []byte, ctx Context) ([]byte, error) {
	f, err := Parse(name, src, ctx)
	if err != nil {
		return nil, err
	}
	if f.front.At.Empty() {
		return src, nil
	}
	nl := lineBreak(src)
	front := "---" + nl
	for _, e := range f.front.Keys {
		if slices.Contains(keyOrder, strings.ToLower(e.Key)) {
			front += string(e.At.Of(src)) + nl
		}
	}
	return splice(src, []edit{{f.front.At, front + "---" + nl}}), nil
}

// hideNames returns src, what is left of f, with nicks for names, and the roster to
// read it with. The key page stays: it says where the wiki has the page.
func (f *File) hideNames(src []byte, ctx Context) ([]byte, *People, error) {
	left, err := Parse(f.name, src, ctx)
	if err != nil {
		return nil, nil, err
	}
	keep := left.pageKey()
	h := newNameHider(ctx.People)
	out := replaceNames(src, h.names, keep)
	rest := out
	if !keep.Empty() {
		rest = replaceNames(splice(src, []edit{{keep, ""}}), h.names, Span{})
	}
	// Mark-up within a name hides it from the bytes, not from a reader.
	if nick, left := h.finder().in(rest); left {
		return nil, nil, &LineError{f.name, f.nameLine(h), lang.E(lang.NameLeft, nick).Hint(lang.NameLeftHint)}
	}
	return out, nicksOnly(ctx.People), nil
}

// pageKey returns where the front matter says what the wiki calls the page.
func (f *File) pageKey() (at Span) {
	for _, e := range f.front.Keys {
		if equalFold(e.Key, "page") {
			at = e.At
		}
	}
	return at
}

// nameLine returns the first line with a name that h cannot replace, or with the
// beginning of one; 1 if that cannot be told.
func (f *File) nameLine(h *nameHider) int {
	page := f.pageKey()
	lines := bytes.SplitAfter(f.src, []byte("\n"))
	at := 0
	for i, line := range lines {
		if !page.Empty() && at <= page.Start && page.Start < at+len(line) {
			lines[i] = nil
		}
		at += len(line)
	}
	for more := range 2 { // a line alone first
		for i := range len(lines) - more {
			if _, ok := h.in(string(bytes.Join(lines[i:i+1+more], nil))); !ok {
				return i + 1
			}
		}
	}
	return 1
}

// ID returns the meeting's identity, the base name of its file.
func (p Public) ID() string {
	if p.file == nil {
		return ""
	}
	return p.file.Meeting.ID
}

// Lang returns the language of the minutes.
func (p Public) Lang() lang.Lang {
	if p.file == nil {
		return lang.German
	}
	return p.file.ctx.Lang
}

// Markdown returns a copy of the public file.
func (p Public) Markdown() []byte {
	if p.file == nil {
		return nil
	}
	return bytes.Clone(p.file.src)
}
