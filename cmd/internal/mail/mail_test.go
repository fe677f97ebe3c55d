package mail_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"math/big"
	"net"
	"net/mail"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	gomail "github.com/emersion/go-message/mail"

	ours "telko/cmd/internal/mail"
	"telko/cmd/internal/mail/mailtest"
)

func message(to string) ours.Message {
	return ours.Message{
		From: "telko@example.org", To: to, Subject: "2 Aufgaben überfällig\r\nBcc: alle@example.org",
		Text: "Grüße,\n\n.\n- Kabel – kaufen " + strings.Repeat("lang ", 40) + "\n",
		Date: time.Date(2010, 1, 9, 8, 0, 0, 0, time.UTC), ID: "x@telko",
	}
}

func password(context.Context) (string, error) { return mailtest.Password, nil }

// read checks a mail with another library's eyes and returns subject and text.
func read(t *testing.T, data string) (subject, text string) {
	t.Helper()
	if _, err := mail.ReadMessage(strings.NewReader(data)); err != nil {
		t.Fatal(err)
	}
	r, err := gomail.CreateReader(strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if subject, err = r.Header.Subject(); err != nil {
		t.Fatal(err)
	}
	if r.Header.Has("Bcc") || r.Header.Get("Auto-Submitted") != "auto-generated" {
		t.Errorf("head %v", r.Header)
	}
	p, err := r.NextPart()
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(p.Body)
	if err != nil {
		t.Fatal(err)
	}
	return subject, strings.ReplaceAll(string(b), "\r\n", "\n")
}

func TestSMTPArrives(t *testing.T) {
	s := mailtest.Start(t, nil)
	sender := &ours.SMTP{Addr: s.Addr, User: mailtest.User, Password: password}
	m := message("mila@example.org")
	if err := sender.Send(t.Context(), m); err != nil {
		t.Fatal(err)
	}
	got := s.Mails()
	if len(got) != 1 || got[0].From != m.From || got[0].To != m.To {
		t.Fatalf("%+v", got)
	}
	for line := range strings.SplitSeq(got[0].Data, "\n") {
		if len(line) > 79 {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
	subject, text := read(t, got[0].Data)
	if subject != "2 Aufgaben überfällig Bcc: alle@example.org" || text != m.Text {
		t.Errorf("%q, %q", subject, text)
	}
}

func TestSMTPErrorsHaveKinds(t *testing.T) {
	s := mailtest.Start(t, nil)
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	closed.Close()
	wrong := func(context.Context) (string, error) { return "falsch", nil }
	for name, c := range map[string]struct {
		sender ours.SMTP
		to     string
		want   ours.Kind
	}{
		"wrong password": {ours.SMTP{Addr: s.Addr, User: mailtest.User, Password: wrong}, "mila@example.org", ours.Auth},
		"no account":     {ours.SMTP{Addr: s.Addr}, "mila@example.org", ours.Auth},
		"mailbox full":   {ours.SMTP{Addr: s.Addr, User: mailtest.User, Password: password}, "full@example.org", ours.Busy},
		"no mailbox":     {ours.SMTP{Addr: s.Addr, User: mailtest.User, Password: password}, "gone@example.org", ours.Refused},
		"nobody there":   {ours.SMTP{Addr: closed.Addr().String()}, "mila@example.org", ours.Unreachable},
		"no address":     {ours.SMTP{Addr: "localhost"}, "mila@example.org", ours.Unreachable},
		"no TLS":         {ours.SMTP{Addr: s.Addr, TLS: &tls.Config{}, User: mailtest.User, Password: password}, "mila@example.org", ours.Insecure},
	} {
		err := c.sender.Send(t.Context(), message(c.to))
		var e *ours.Error
		if !errors.As(err, &e) || e.Kind != c.want || strings.Contains(err.Error(), "falsch") || strings.Contains(err.Error(), mailtest.Password) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := s.Mails(); len(got) != 0 {
		t.Errorf("%+v", got)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	sender := &ours.SMTP{Addr: s.Addr, User: mailtest.User, Password: password}
	if err := sender.Send(ctx, message("mila@example.org")); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// Away from this machine, mail and password go over TLS that is checked.
func TestSMTPOverTLS(t *testing.T) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	s := mailtest.Start(t, &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}})
	known := x509.NewCertPool()
	known.AddCert(cert)
	sender := &ours.SMTP{Addr: s.Addr, User: mailtest.User, Password: password, TLS: &tls.Config{RootCAs: known}}
	if err := sender.Send(t.Context(), message("mila@example.org")); err != nil {
		t.Fatal(err)
	}
	sender.TLS = &tls.Config{RootCAs: x509.NewCertPool()}
	if err := sender.Send(t.Context(), message("mila@example.org")); err == nil {
		t.Error("a certificate that nobody knows is trusted")
	}
	if got := s.Mails(); len(got) != 1 {
		t.Errorf("%d mails", len(got))
	}
}

func TestSendmail(t *testing.T) {
	dir := t.TempDir()
	program := filepath.Join(dir, "sendmail")
	script := "#!/bin/sh\necho \"$@\" > " + dir + "/args\ncat > " + dir + "/mail\n[ \"$3\" != full@example.org ] || { echo voll >&2; exit 75; }\n"
	if err := os.WriteFile(program, []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	sender := &ours.Sendmail{Command: []string{program, "-i"}}
	if err := sender.Send(t.Context(), message("mila@example.org")); err != nil {
		t.Fatal(err)
	}
	args, _ := os.ReadFile(filepath.Join(dir, "args"))
	data, _ := os.ReadFile(filepath.Join(dir, "mail"))
	if string(args) != "-i -- mila@example.org\n" || strings.Contains(string(data), "\r") {
		t.Errorf("%q\n%q", args, data)
	}
	if _, text := read(t, string(data)); text != message("").Text {
		t.Errorf("%q", text)
	}
	var e *ours.Error
	if err := sender.Send(t.Context(), message("full@example.org")); !errors.As(err, &e) || e.Kind != ours.Busy || !strings.Contains(err.Error(), "voll") {
		t.Errorf("full: %v", err)
	}
	sender.Command[0] = filepath.Join(dir, "none")
	if err := sender.Send(t.Context(), message("mila@example.org")); !errors.As(err, &e) || e.Kind != ours.Failed {
		t.Errorf("no program: %v", err)
	}
}
