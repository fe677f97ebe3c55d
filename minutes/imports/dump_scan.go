package imports

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// dumpScanner takes the XML of a dump apart, in memory that does not grow with the
// dump or with any text in it. encoding/xml reads 20 MB/s where this reads
// hundreds, and holds a text whole before one can say that it is not wanted.
type dumpScanner struct {
	r        io.Reader
	buf      []byte
	pos, end int
	passed   int64 // bytes before buf
	err      error // of r, io.EOF at its end

	// The last tag.
	name      string // of the elements that ReadDump asks for; "" for any other
	attrs     []byte // raw, of a start tag
	closing   bool   // </name>
	selfClose bool   // <name/>
}

const (
	dumpBuffer = 256 << 10
	maxTag     = 64 << 10 // of one tag with its attributes
)

var errLongTag = errors.New("a tag without an end")

func newDumpScanner(r io.Reader) *dumpScanner {
	return &dumpScanner{r: r, buf: make([]byte, dumpBuffer)}
}

// offset returns how many bytes were read of.
func (m *dumpScanner) offset() int64 { return m.passed + int64(m.pos) }

// fill reads more behind what is there; it returns false at the end.
func (m *dumpScanner) fill() bool {
	if m.err != nil {
		return false
	}
	if m.pos > 0 {
		copy(m.buf, m.buf[m.pos:m.end])
		m.passed += int64(m.pos)
		m.end -= m.pos
		m.pos = 0
	}
	for empty := 0; m.end < len(m.buf); empty++ {
		n, err := m.r.Read(m.buf[m.end:])
		m.end += n
		if err != nil {
			m.err = err
		}
		if n > 0 {
			return true
		}
		if err != nil {
			return false
		}
		if empty > 100 {
			m.err = io.ErrNoProgress
			return false
		}
	}
	return false
}

// text reads up to the next tag. What it reads is appended to dst if that is
// not nil, up to limit bytes; whole is false if there was more.
func (m *dumpScanner) text(dst *[]byte, limit int) (whole bool) {
	whole = true
	take := func(b []byte) {
		if dst == nil {
			return
		}
		if len(*dst)+len(b) > limit {
			whole = false
			b = b[:max(limit-len(*dst), 0)]
		}
		*dst = append(*dst, b...)
	}
	for {
		i := bytes.IndexByte(m.buf[m.pos:m.end], '<')
		if i < 0 {
			take(m.buf[m.pos:m.end])
			m.pos = m.end
			if !m.fill() {
				return whole
			}
			continue
		}
		take(m.buf[m.pos : m.pos+i])
		m.pos += i
		if !m.has(cdata) {
			return whole
		}
		m.pos += len(cdata)
		m.cdata(func(b []byte) {
			// What stands there stands for itself: the caller decodes entities.
			take(bytes.ReplaceAll(b, []byte("&"), []byte("&amp;")))
		})
	}
}

const cdata = "<![CDATA["

// has reports whether what comes next begins with s.
func (m *dumpScanner) has(s string) bool {
	for m.end-m.pos < len(s) {
		if !m.fill() {
			return false
		}
	}
	return string(m.buf[m.pos:m.pos+len(s)]) == s
}

// cdata reads to the end of a section that holds no markup.
func (m *dumpScanner) cdata(take func([]byte)) {
	for {
		i := bytes.Index(m.buf[m.pos:m.end], []byte("]]>"))
		if i >= 0 {
			take(m.buf[m.pos : m.pos+i])
			m.pos += i + 3
			return
		}
		if n := m.end - m.pos - 2; n > 0 { // the end may be cut in two
			take(m.buf[m.pos : m.pos+n])
			m.pos += n
		}
		if !m.fill() {
			m.pos = m.end
			return
		}
	}
}

// tag reads the next tag, over comments and declarations. It returns io.EOF
// where there is none any more.
func (m *dumpScanner) tag() error {
	for {
		m.text(nil, 0)
		if m.pos == m.end {
			return m.err
		}
		switch {
		case m.has("<!--"):
			m.pos += 4
			if err := m.past("-->"); err != nil {
				return err
			}
			continue
		case m.has("<?"):
			if err := m.past("?>"); err != nil {
				return err
			}
			continue
		case m.has("<!"):
			if err := m.past(">"); err != nil {
				return err
			}
			continue
		}
		return m.element()
	}
}

// past skips to behind the next mark, however far that is.
func (m *dumpScanner) past(mark string) error {
	for {
		i := bytes.Index(m.buf[m.pos:m.end], []byte(mark))
		if i >= 0 {
			m.pos += i + len(mark)
			return nil
		}
		m.pos = max(m.end-len(mark)+1, m.pos)
		if !m.fill() {
			m.pos = m.end
			return m.cut()
		}
	}
}

// cut is the error of an end in the middle of something.
func (m *dumpScanner) cut() error {
	if m.err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return m.err
}

// element reads one tag.
func (m *dumpScanner) element() error {
	end, err := m.tagEnd()
	if err != nil {
		return err
	}
	b := m.buf[m.pos+1 : end]
	m.pos = end + 1
	m.closing = len(b) > 0 && b[0] == '/'
	if m.closing {
		b = b[1:]
	}
	m.selfClose = len(b) > 0 && b[len(b)-1] == '/'
	if m.selfClose {
		b = b[:len(b)-1]
	}
	name := b
	m.attrs = nil
	if i := bytes.IndexAny(b, " \t\r\n"); i >= 0 {
		name, m.attrs = b[:i], b[i:]
	}
	m.name = elementName(name)
	return nil
}

// tagEnd returns where the tag at pos ends: at a ">" that is in no quotes.
func (m *dumpScanner) tagEnd() (int, error) {
	quote := byte(0)
	for at := 1; ; at++ {
		for m.pos+at >= m.end {
			if m.end-m.pos > maxTag {
				return 0, errLongTag
			}
			if !m.fill() {
				return 0, m.cut()
			}
		}
		switch c := m.buf[m.pos+at]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"', c == '\'':
			quote = c
		case c == '>':
			return m.pos + at, nil
		}
	}
}

// elementName returns the names that matter without making a string of each.
func elementName(b []byte) string {
	switch string(b) {
	case "mediawiki":
		return "mediawiki"
	case "siteinfo":
		return "siteinfo"
	case "base":
		return "base"
	case "page":
		return "page"
	case "title":
		return "title"
	case "ns":
		return "ns"
	case "id":
		return "id"
	case "redirect":
		return "redirect"
	case "revision":
		return "revision"
	case "parentid":
		return "parentid"
	case "timestamp":
		return "timestamp"
	case "contributor":
		return "contributor"
	case "username":
		return "username"
	case "ip":
		return "ip"
	case "comment":
		return "comment"
	case "model":
		return "model"
	case "text":
		return "text"
	case "sha1":
		return "sha1"
	case "content":
		return "content"
	}
	return ""
}

// attr returns an attribute of the last start tag.
func (m *dumpScanner) attr(name string) (string, bool) {
	rest := m.attrs
	for {
		key, after, ok := bytes.Cut(rest, []byte("="))
		if !ok {
			return "", false
		}
		after = bytes.TrimLeft(after, " \t\r\n")
		if len(after) == 0 || after[0] != '"' && after[0] != '\'' {
			return "", false
		}
		value, next, ok := bytes.Cut(after[1:], after[:1])
		if !ok {
			return "", false
		}
		if string(bytes.TrimSpace(key)) == name {
			return string(unescape(bytes.Clone(value))), true
		}
		rest = next
	}
}

// unescape replaces entities and makes line ends one kind, in place: what comes
// out is never longer.
func unescape(b []byte) []byte {
	if bytes.IndexByte(b, '&') < 0 && bytes.IndexByte(b, '\r') < 0 {
		return b
	}
	out := b[:0]
	for i := 0; i < len(b); {
		switch b[i] {
		case '\r':
			out = append(out, '\n')
			i++
			if i < len(b) && b[i] == '\n' {
				i++
			}
		case '&':
			c, n := reference(b[i:])
			if n == 0 {
				out = append(out, '&')
				i++
				continue
			}
			out = utf8.AppendRune(out, c)
			i += n
		default:
			out = append(out, b[i])
			i++
		}
	}
	return out
}

// reference reads the entity that b begins with; n is 0 if it is none.
func reference(b []byte) (c rune, n int) {
	end := bytes.IndexByte(b[:min(len(b), 12)], ';')
	if end < 2 {
		return 0, 0
	}
	switch name := string(b[1:end]); {
	case name == "lt":
		c = '<'
	case name == "gt":
		c = '>'
	case name == "amp":
		c = '&'
	case name == "quot":
		c = '"'
	case name == "apos":
		c = '\''
	case name[0] == '#':
		digits, radix := name[1:], 10
		if len(digits) > 1 && digits[0] == 'x' {
			digits, radix = digits[1:], 16
		}
		v, err := strconv.ParseUint(digits, radix, 32)
		if err != nil || v > utf8.MaxRune || !utf8.ValidRune(rune(v)) || digits[0] == '+' {
			return 0, 0
		}
		c = rune(v)
	default:
		return 0, 0
	}
	return c, end + 1
}
