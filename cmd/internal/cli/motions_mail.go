package cli

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"telko/minutes/lang"
)

// mailedText is what a saved mail says.
type mailedText struct {
	subject, text string
	name, address string // of the sender
	date          time.Time
}

// readMail reads a saved mail; ok is false for text that is none. Of a mail in
// several parts the first of plain text counts, without one the first in HTML; a
// signature is left out, which
// holds addresses and telephone numbers.
func readMail(src []byte) (m mailedText, ok bool, err error) {
	src = bytes.TrimLeft(src, "\ufeff\r\n")
	if bytes.HasPrefix(src, []byte("From ")) { // of a mailbox file
		_, src, _ = bytes.Cut(src, []byte("\n"))
	}
	msg, err := mail.ReadMessage(bytes.NewReader(src))
	if err != nil || msg.Header.Get("From") == "" || msg.Header.Get("Date") == "" && msg.Header.Get("Message-Id") == "" {
		return m, false, nil
	}
	words := mime.WordDecoder{CharsetReader: charsetReader}
	if m.subject, err = words.DecodeHeader(msg.Header.Get("Subject")); err != nil {
		m.subject = msg.Header.Get("Subject")
	}
	parser := mail.AddressParser{WordDecoder: &words}
	if from, err := parser.Parse(msg.Header.Get("From")); err == nil {
		m.name, m.address = from.Name, from.Address
	}
	if at, err := msg.Header.Date(); err == nil {
		m.date = at
	}
	body, err := io.ReadAll(msg.Body)
	for _, want := range []string{"text/plain", "text/html"} {
		if err == nil && m.text == "" {
			m.text, err = mailText(want, msg.Header.Get("Content-Type"), msg.Header.Get("Content-Transfer-Encoding"), bytes.NewReader(body), 0)
		}
	}
	if err != nil {
		return m, true, lang.E(lang.MotionMailBroken, err)
	}
	if m.text == "" {
		return m, true, lang.E(lang.MotionMailNoText).Hint(lang.MotionMailNoTextHint)
	}
	return m, true, nil
}

// mailText returns the first text of that kind in a body, "" if there is none.
func mailText(want, contentType, encoding string, body io.Reader, depth int) (string, error) {
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		kind = "text/plain" // as a mail without the header is
	}
	switch {
	case strings.HasPrefix(kind, "multipart/") && depth < 8:
		parts := multipart.NewReader(body, params["boundary"])
		for {
			p, err := parts.NextRawPart()
			if err == io.EOF {
				return "", nil
			}
			if err != nil {
				return "", err
			}
			if strings.HasPrefix(p.Header.Get("Content-Disposition"), "attachment") {
				continue
			}
			text, err := mailText(want, p.Header.Get("Content-Type"), p.Header.Get("Content-Transfer-Encoding"), p, depth+1)
			if err != nil || text != "" {
				return text, err
			}
		}
	case kind != want:
		return "", nil
	}
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	b, err := io.ReadAll(body)
	if err != nil {
		return "", err
	}
	charset := params["charset"]
	if want == "text/html" {
		return htmlText(decoded(b, cmp.Or(charset, htmlCharset(b)))), nil
	}
	text := decoded(b, charset)
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if at := strings.Index(text, "\n-- \n"); at >= 0 {
		text = text[:at]
	}
	return strings.TrimSpace(text), nil
}

// htmlCharset returns the charset that the head of a page names, "" for none.
func htmlCharset(b []byte) string {
	_, rest, ok := strings.Cut(strings.ToLower(string(b[:min(len(b), 1024)])), "charset=")
	if !ok {
		return ""
	}
	rest = strings.TrimLeft(rest, `"'`)
	if end := strings.IndexAny(rest, "\"' ;/>"); end >= 0 {
		rest = rest[:end]
	}
	return rest
}

// decoded returns bytes of a charset as text. What is not known is taken for
// UTF-8, and where it is none, for Windows-1252, as mail programs do.
func decoded(b []byte, charset string) string {
	switch strings.ToLower(charset) {
	case "iso-8859-1", "windows-1252", "latin1", "cp1252":
		return fromWindows(b, charmap.Windows1252)
	case "iso-8859-15", "latin9":
		return fromWindows(b, charmap.ISO8859_15)
	}
	if utf8.Valid(b) {
		return string(b)
	}
	return fromWindows(b, charmap.Windows1252)
}

func fromWindows(b []byte, c *charmap.Charmap) string {
	out, err := c.NewDecoder().Bytes(b)
	if err != nil {
		return strings.ToValidUTF8(string(b), "\ufffd")
	}
	return string(out)
}

// charsetReader is for words of a header in another charset.
func charsetReader(charset string, in io.Reader) (io.Reader, error) {
	b, err := io.ReadAll(in)
	return strings.NewReader(decoded(b, charset)), err
}
