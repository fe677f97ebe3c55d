package capture

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// simFS is a disk on which everything can go wrong. A crash is a panic with
// crash as its value; reboot is what comes after it.
type simFS struct {
	files    map[string]*simData
	held     map[string][]byte
	room     int   // bytes left; negative for no end of it
	readOnly error // what every change fails with
	syncErr  error
	short    int // the next write writes only so many bytes and fails; negative for none

	ops   int  // calls so far that change something
	dieAt int  // the call to die in; 0 for none
	half  bool // and half of it has happened
	log   func(string)
}

type simData struct {
	now, synced []byte
	name        bool // the name outlives a crash of the machine
}

type crash struct{ op int }

var _ FS = (*simFS)(nil)

func newSimFS() *simFS {
	return &simFS{files: map[string]*simData{}, held: map[string][]byte{}, room: -1, short: -1}
}

// op counts a call. It dies if this is the one: do is done half where that is
// wanted.
func (s *simFS) op(what string, do func(share float64)) {
	s.ops++
	if s.log != nil {
		s.log(fmt.Sprintf("%d %s", s.ops, what))
	}
	if s.ops == s.dieAt {
		if s.half {
			do(0.5)
		}
		panic(crash{s.ops})
	}
	do(1)
}

// reboot is a new start after the process was killed, or after the machine
// lost power: then only what was synced is left.
func (s *simFS) reboot(power bool) {
	s.held, s.dieAt = map[string][]byte{}, 0
	for name, f := range s.files {
		switch {
		case power && !f.name:
			delete(s.files, name)
		case power:
			f.now = slices.Clone(f.synced)
		}
	}
}

func (s *simFS) grow(n int) error {
	if s.readOnly != nil {
		return s.readOnly
	}
	if s.room >= 0 && n > s.room {
		return fmt.Errorf("write: %w", ErrFull)
	}
	if s.room >= 0 {
		s.room -= n
	}
	return nil
}

func (s *simFS) Create(name string) (File, error) {
	if s.files[name] != nil {
		return nil, fs.ErrExist
	}
	if s.readOnly != nil {
		return nil, s.readOnly
	}
	s.op("create "+name, func(float64) { s.files[name] = &simData{name: true} })
	return &simFile{s, name}, nil
}

func (s *simFS) Open(name string) (File, error) {
	if s.readOnly != nil {
		return nil, s.readOnly
	}
	if s.files[name] == nil {
		s.op("open "+name, func(float64) { s.files[name] = &simData{} })
	}
	return &simFile{s, name}, nil
}

func (s *simFS) ReadFile(name string) ([]byte, error) {
	f := s.files[name]
	if f == nil {
		return nil, fs.ErrNotExist
	}
	return slices.Clone(f.now), nil
}

func (s *simFS) WriteFile(name string, data []byte) error {
	if err := s.grow(len(data)); err != nil {
		return err
	}
	s.op("write "+name, func(share float64) {
		if share == 1 {
			s.files[name] = &simData{now: slices.Clone(data), synced: slices.Clone(data), name: true}
		}
	})
	return nil
}

func (s *simFS) Rename(from, to string) error {
	if s.files[from] == nil {
		return fs.ErrNotExist
	}
	if s.readOnly != nil {
		return s.readOnly
	}
	s.op("rename "+from+" "+to, func(share float64) {
		if share == 1 {
			s.files[to] = s.files[from]
			s.files[to].name = true
			delete(s.files, from)
		}
	})
	return nil
}

func (s *simFS) Remove(name string) error {
	f := s.files[name]
	if f == nil {
		return nil
	}
	if s.readOnly != nil {
		return s.readOnly
	}
	s.op("remove "+name, func(float64) {
		delete(s.files, name)
		if s.room >= 0 {
			s.room += len(f.now)
		}
	})
	return nil
}

func (s *simFS) List(dir string) ([]string, error) {
	var names []string
	for name := range s.files {
		in, base := ".", name
		if i := strings.LastIndexByte(name, '/'); i >= 0 {
			in, base = name[:i], name[i+1:]
		}
		if in == dir {
			names = append(names, base)
		}
	}
	slices.Sort(names)
	return names, nil
}

func (s *simFS) Hold(name string, info []byte) (func() error, []byte, error) {
	if s.readOnly != nil {
		return nil, nil, s.readOnly
	}
	if by, ok := s.held[name]; ok {
		return nil, by, ErrHeld
	}
	s.op("hold "+name, func(float64) { s.held[name] = info })
	return func() error { delete(s.held, name); return nil }, nil, nil
}

type simFile struct {
	s    *simFS
	name string
}

func (f *simFile) data() *simData {
	if d := f.s.files[f.name]; d != nil {
		return d
	}
	return &simData{} // it was removed; what is written goes nowhere
}

func (f *simFile) WriteAt(p []byte, off int64) (int, error) {
	d := f.data()
	n := len(p)
	var err error
	if e := f.s.grow(max(0, int(off)+n-len(d.now))); e != nil {
		n, err = max(0, min(n, f.s.room)), e
	}
	if f.s.short >= 0 {
		n, err = min(n, f.s.short), errors.New("input/output error")
		f.s.short = -1
	}
	f.s.op(fmt.Sprintf("write %s %d+%d", f.name, off, n), func(share float64) {
		n := int(float64(n) * share)
		d.now = append(d.now, make([]byte, max(0, int(off)+n-len(d.now)))...)
		copy(d.now[off:], p[:n])
	})
	return n, err
}

func (f *simFile) Sync() error {
	if f.s.syncErr != nil {
		return f.s.syncErr
	}
	d := f.data()
	f.s.op("sync "+f.name, func(share float64) {
		if share == 1 {
			d.synced, d.name = slices.Clone(d.now), true
			return
		}
		// Any part of it may be on disk, and in any order.
		for i := range d.now {
			switch {
			case i >= len(d.synced):
				d.synced = append(d.synced, 0)
				fallthrough
			default:
				if i*7%13 < 6 {
					d.synced[i] = d.now[i]
				}
			}
		}
	})
	return nil
}

func (f *simFile) Truncate(size int64) error {
	if f.s.readOnly != nil {
		return f.s.readOnly
	}
	d := f.data()
	f.s.op(fmt.Sprintf("truncate %s %d", f.name, size), func(float64) {
		if int(size) < len(d.now) {
			if f.s.room >= 0 {
				f.s.room += len(d.now) - int(size)
			}
			d.now = slices.Clone(d.now[:size])
		}
	})
	return nil
}

func (f *simFile) Close() error { return nil }
