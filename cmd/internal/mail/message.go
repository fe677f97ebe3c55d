package mail

import (
	"bytes"
	"context"
	"strings"
	"time"

	gomail "github.com/emersion/go-message/mail"
)

// Message is a mail of plain text to one person.
type Message struct {
	From, To      string // addresses, without names
	Subject, Text string
	Date          time.Time
	ID            string // "reminder-2010-01-09-jpru@k7q2m4.telko", without angle brackets
}

// Sender sends mails.
type Sender interface {
	// Send sends m. Its errors are *Error, or the context's.
	Send(ctx context.Context, m Message) error
}

// Bytes returns m as it goes over the wire, with CRLF. It says of itself that a
// program wrote it, so that no holiday answers it.
func (m Message) Bytes() ([]byte, error) {
	var h gomail.Header
	h.SetDate(m.Date)
	h.SetAddressList("From", []*gomail.Address{{Address: m.From}})
	h.SetAddressList("To", []*gomail.Address{{Address: m.To}})
	h.SetSubject(oneLine(m.Subject))
	h.SetMessageID(m.ID)
	h.Set("Auto-Submitted", "auto-generated")
	h.SetContentType("text/plain", map[string]string{"charset": "utf-8"})
	h.Set("Content-Transfer-Encoding", "quoted-printable")
	var b bytes.Buffer
	w, err := gomail.CreateSingleInlineWriter(&b, h)
	if err != nil {
		return nil, err
	}
	text := strings.ReplaceAll(strings.ReplaceAll(m.Text, "\r\n", "\n"), "\n", "\r\n")
	if _, err := w.Write([]byte(text)); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// oneLine keeps a subject from becoming further lines of the head.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
