package mailtest

import (
	"crypto/tls"
	"errors"
	"io"
	"net"
	"strings"
	"sync"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// TB is what the package needs of a test.
type TB interface {
	Helper()
	Cleanup(func())
	Fatalf(format string, args ...any)
}

// The account of the server.
const (
	User     = "telko"
	Password = "geheim4711"
)

// Mail is one mail as the server took it.
type Mail struct {
	From, To string // of the envelope
	Data     string
}

// Server is a running server. It takes mails of User alone, and none for an
// address that begins with "full" (a temporary failure) or "gone" (a lasting
// one).
type Server struct {
	Addr string

	mu    sync.Mutex
	mails []Mail
}

// Start runs a server until the test ends; with TLS if config is not nil.
func Start(t TB, config *tls.Config) *Server {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatalf("%v", err)
	}
	s := &Server{Addr: l.Addr().String()}
	srv := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return &session{s: s}, nil }))
	srv.Domain, srv.AllowInsecureAuth, srv.TLSConfig = "localhost", config == nil, config
	srv.ErrorLog = quiet{}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = srv.Serve(l)
	}()
	t.Cleanup(func() {
		_ = srv.Close()
		<-ended
	})
	return s
}

// Mails returns what was taken so far.
func (s *Server) Mails() []Mail {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Mail(nil), s.mails...)
}

type session struct {
	s    *Server
	auth bool
	mail Mail
}

func (c *session) AuthMechanisms() []string { return []string{sasl.Plain} }

func (c *session) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		if user != User || password != Password {
			return smtp.ErrAuthFailed
		}
		c.auth = true
		return nil
	}), nil
}

func (c *session) Mail(from string, _ *smtp.MailOptions) error {
	if !c.auth {
		return &smtp.SMTPError{Code: 530, Message: "authentication required"}
	}
	c.mail = Mail{From: from}
	return nil
}

func (c *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	switch {
	case strings.HasPrefix(to, "full"):
		return &smtp.SMTPError{Code: 452, Message: "mailbox full"}
	case strings.HasPrefix(to, "gone"):
		return &smtp.SMTPError{Code: 550, Message: "no such mailbox"}
	}
	c.mail.To = to
	return nil
}

func (c *session) Data(r io.Reader) error {
	b, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	if c.mail.To == "" {
		return errors.New("nobody to send it to")
	}
	c.mail.Data = string(b)
	c.s.mu.Lock()
	c.s.mails = append(c.s.mails, c.mail)
	c.s.mu.Unlock()
	return nil
}

func (c *session) Reset()        { c.mail = Mail{} }
func (c *session) Logout() error { return nil }

// quiet is a log that nobody reads: what a server says of broken connections
// is no part of a test.
type quiet struct{}

func (quiet) Printf(string, ...any) {}
func (quiet) Println(...any)        {}
