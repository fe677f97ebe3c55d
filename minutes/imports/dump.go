package imports

import (
	"bytes"
	"crypto/sha1" // how a dump sums up its texts, no secret
	"errors"
	"io"
	"math/big"
	"strconv"
	"strings"
	"time"

	"telko/minutes/lang"
)

// DumpPage is a page of a dump, in its newest revision there.
type DumpPage struct {
	ID            int
	Title         string
	Namespace     int
	RedirectTo    string // "" if it is no redirect
	Revision      int
	Parent        int
	User, Comment string
	Time          time.Time
	Model         string
	Text          string
	Fault         DumpFault // why Text is not what the wiki holds
}

// DumpFault says what is wrong with the text of a page of a dump.
type DumpFault uint8

// The faults.
const (
	DumpWhole   DumpFault = iota
	DumpNoText            // a dump of stubs, or the text was deleted
	DumpTooBig            // more than DumpOptions.MaxText
	DumpDamaged           // the text is not what the dump's own checksum says
)

// DumpOptions says what is wanted of a dump. The zero value wants all.
type DumpOptions struct {
	// Want reports whether a page is wanted; the texts of others are passed
	// over. nil wants all.
	Want func(title string) bool
	// MaxText is the size up to which texts are read, in bytes; 0 means 8 MB.
	MaxText int
	// Read is told now and then how many bytes were read; it may be nil.
	Read func(bytes int64)
}

// DumpInfo is what a dump says of itself, and how much of it was read.
type DumpInfo struct {
	Base  string // address of the wiki's main page
	Pages int    // all, wanted or not
	Bytes int64
}

// maxDumpText is what is read of a text: a wiki page holds 2 MB at most.
const maxDumpText = 8 << 20

// ReadDump reads an XML dump of a MediaWiki (Special:Export, dumpBackup.php)
// and calls page for each page that is wanted, in the order of the dump. It
// holds one page at a time. Of a page with its history the newest revision
// counts. A dump that ends early is an error, after the pages before.
func ReadDump(r io.Reader, o DumpOptions, page func(DumpInfo, DumpPage) error) (DumpInfo, error) {
	if o.MaxText == 0 {
		o.MaxText = maxDumpText
	}
	d := &dumpReader{m: newDumpScanner(r), o: o, page: page}
	err := d.read()
	d.info.Bytes = d.m.offset()
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		err = lang.E(lang.DumpCut, d.info.Pages).Hint(lang.DumpCutHint).Because(err)
	case errors.Is(err, errLongTag):
		err = lang.E(lang.DumpBroken, d.info.Bytes).Hint(lang.DumpCutHint).Because(err)
	}
	return d.info, err
}

type dumpReader struct {
	m    *dumpScanner
	o    DumpOptions
	page func(DumpInfo, DumpPage) error
	info DumpInfo

	now, best revision // the one being read, the newest so far
	told      int64
}

// revision is one state of a page. Its text is a buffer that is used again.
type revision struct {
	DumpPage
	text  []byte
	own   string // SHA-1 of the text, base 36, where the dump has it
	sum   string // of the revision: of all its texts, if it has several
	slots bool   // it has more texts than one
}

// read reads the whole dump.
func (d *dumpReader) read() error {
	if err := d.m.tag(); err != nil || d.m.name != "mediawiki" || d.m.closing {
		if err == nil || err == io.EOF || err == io.ErrUnexpectedEOF || err == errLongTag {
			return lang.E(lang.DumpNone).Hint(lang.DumpNoneHint)
		}
		return err
	}
	return d.children(func() error {
		switch d.m.name {
		case "page":
			return d.readPage()
		case "siteinfo":
			return d.children(func() (err error) {
				if d.m.name == "base" {
					d.info.Base, err = d.short()
					return err
				}
				return d.skip()
			})
		}
		return d.skip()
	})
}

// unended is err, where an end is one in the middle of something.
func unended(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// children calls each for every element below the one that was just opened,
// which it closes. each must read its element to the end.
func (d *dumpReader) children(each func() error) error {
	if d.m.selfClose {
		return nil
	}
	for {
		if err := d.m.tag(); err != nil {
			return unended(err)
		}
		if d.m.closing {
			return nil
		}
		if err := each(); err != nil {
			return err
		}
	}
}

// skip reads to the end of the element that was just opened.
func (d *dumpReader) skip() error {
	if d.m.selfClose {
		return nil
	}
	for depth := 1; depth > 0; {
		if err := d.m.tag(); err != nil {
			return unended(err)
		}
		switch {
		case d.m.closing:
			depth--
		case !d.m.selfClose:
			depth++
		}
	}
	return nil
}

// maxShort bounds what is read of a title, a name, a comment.
const maxShort = 64 << 10

// short reads the text of an element of few words.
func (d *dumpReader) short() (string, error) {
	if d.m.selfClose {
		return "", nil
	}
	var b []byte
	d.m.text(&b, maxShort)
	err := d.skip()
	return string(unescape(b)), err
}

// number reads an element that holds a number, 0 if it does not.
func (d *dumpReader) number(n *int) error {
	s, err := d.short()
	*n, _ = strconv.Atoi(strings.TrimSpace(s))
	return err
}

// readPage reads a page with all its revisions.
func (d *dumpReader) readPage() error {
	d.info.Pages++
	var p DumpPage
	found := false
	err := d.children(func() (err error) {
		switch d.m.name {
		case "title":
			p.Title, err = d.short()
		case "ns":
			err = d.number(&p.Namespace)
		case "id":
			err = d.number(&p.ID)
		case "redirect":
			p.RedirectTo, _ = d.m.attr("title")
			err = d.skip()
		case "revision":
			if d.o.Want != nil && !d.o.Want(p.Title) {
				return d.skip()
			}
			if err = d.readRevision(found); err == nil && (!found || d.now.newer(&d.best)) {
				d.now, d.best = d.best, d.now
				found = true
			}
		default:
			err = d.skip()
		}
		return err
	})
	if err != nil {
		return err
	}
	if at := d.m.offset(); d.o.Read != nil && at-d.told >= 1<<20 {
		d.told = at
		d.o.Read(at)
	}
	if !found {
		return nil
	}
	v := &d.best
	p.Revision, p.Parent, p.User, p.Comment, p.Time, p.Model = v.Revision, v.Parent, v.User, v.Comment, v.Time, v.Model
	if p.Model == "" {
		p.Model = "wikitext" // dumps older than content models
	}
	text := unescape(v.text)
	sum := v.own
	if sum == "" && !v.slots {
		sum = v.sum
	}
	if p.Fault = v.Fault; p.Fault == DumpWhole && sum != "" && !sumIs(text, sum) {
		p.Fault = DumpDamaged
	}
	p.Text = string(text)
	d.info.Bytes = d.m.offset()
	return d.page(d.info, p)
}

// newer reports whether v is a later revision than w of the same page. Numbers
// tell only what was saved here first: a page may have been brought from
// another wiki, with its history.
func (v *revision) newer(w *revision) bool {
	if !v.Time.Equal(w.Time) {
		return v.Time.After(w.Time)
	}
	return v.Revision > w.Revision
}

// readRevision reads a revision into now. The text is left out if there is a
// newer one already.
func (d *dumpReader) readRevision(another bool) error {
	d.now = revision{text: d.now.text[:0]}
	v := &d.now
	return d.children(func() (err error) {
		switch d.m.name {
		case "id":
			err = d.number(&v.Revision)
		case "parentid":
			err = d.number(&v.Parent)
		case "timestamp":
			var s string
			s, err = d.short()
			v.Time, _ = time.Parse(time.RFC3339, strings.TrimSpace(s))
		case "contributor":
			err = d.children(func() (err error) {
				if d.m.name == "username" || d.m.name == "ip" {
					v.User, err = d.short()
					return err
				}
				return d.skip()
			})
		case "comment":
			v.Comment, err = d.short()
		case "model":
			v.Model, err = d.short()
		case "sha1":
			v.sum, err = d.short()
			v.sum = strings.TrimSpace(v.sum)
		case "content":
			v.slots = true
			err = d.skip()
		case "text":
			if another && !v.newer(&d.best) {
				return d.skip()
			}
			err = d.readText(v)
		default:
			err = d.skip()
		}
		return err
	})
}

// readText reads the text of a revision.
func (d *dumpReader) readText(v *revision) error {
	size, _ := d.m.attr("bytes")
	v.own, _ = d.m.attr("sha1")
	_, gone := d.m.attr("deleted")
	if d.m.selfClose {
		if gone || size != "" && size != "0" {
			v.Fault = DumpNoText
		}
		return nil
	}
	if !d.m.text(&v.text, d.o.MaxText) {
		v.Fault = DumpTooBig
	}
	return d.skip()
}

// sumIs reports whether text has the checksum that a dump gives, in base 36.
func sumIs(text []byte, sum string) bool {
	n, ok := new(big.Int).SetString(strings.ToLower(sum), 36)
	if !ok || n.Sign() < 0 || n.BitLen() > 8*sha1.Size {
		return false
	}
	var want [sha1.Size]byte
	n.FillBytes(want[:])
	got := sha1.Sum(text)
	return bytes.Equal(got[:], want[:])
}
