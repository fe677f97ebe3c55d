package minutes

import "telko/minutes/lang"

// PublicOptions says how a file is made public.
type PublicOptions struct {
	People      *People
	NamesAsNick bool // names = "nick": exact names from people.toml become nicks
}

// Public is what may leave the team: a meeting as its public file has it. Only
// NewPublic makes one; the zero Public is empty. It cannot be changed.
type Public struct {
	file *File
}

// NewPublic returns f as it may leave the team. It fails, with file and line,
// on a private file and in every case of doubt; then nothing may be sent.
func NewPublic(f *File, o PublicOptions) (Public, error) { return Public{f}, nil }

// ID returns the meeting's identity, the base name of its file.
func (p Public) ID() string { return p.file.Meeting.ID }

// Lang returns the language of the minutes.
func (p Public) Lang() lang.Lang { return p.file.ctx.Lang }

// Meeting returns a copy of the meeting.
func (p Public) Meeting() Meeting { return p.file.Meeting }

// Sections returns a copy of the body's sections.
func (p Public) Sections() []Section { return p.file.Sections }

// Markdown returns a copy of the public file.
func (p Public) Markdown() []byte { return p.file.src }
