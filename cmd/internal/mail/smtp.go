package mail

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/smtp"
	"time"
)

// SMTP sends mails to a server.
type SMTP struct {
	Addr     string                                // host:port; port 465 is TLS from the start
	User     string                                // "" sends without an account
	Password func(context.Context) (string, error) // asked for once a mail, if User is set
	Timeout  time.Duration                         // for one mail; 0 means a minute
	TLS      *tls.Config                           // nil: the system's certificates
}

// Send implements Sender.
func (s *SMTP) Send(ctx context.Context, m Message) error {
	body, err := m.Bytes()
	if err != nil {
		return err
	}
	host, port, err := net.SplitHostPort(s.Addr)
	if err != nil {
		return &Error{Unreachable, s.Addr, err}
	}
	timeout := s.Timeout
	if timeout == 0 {
		timeout = time.Minute
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	return explain(ctx, host, s.send(ctx, host, port, m, body))
}

func (s *SMTP) send(ctx context.Context, host, port string, m Message, body []byte) error {
	var dialer net.Dialer
	conn, err := dialer.DialContext(ctx, "tcp", s.Addr)
	if err != nil {
		return err
	}
	defer context.AfterFunc(ctx, func() { conn.Close() })()
	if port == "465" {
		conn = tls.Client(conn, s.config(host))
	}
	c, err := smtp.NewClient(conn, host)
	if err != nil {
		conn.Close()
		return err
	}
	defer c.Close()
	if err := s.secure(c, host, port); err != nil {
		return err
	}
	if s.User != "" {
		password, err := s.Password(ctx)
		if err != nil {
			return &Error{Auth, host, err}
		}
		if err := c.Auth(smtp.PlainAuth("", s.User, password, host)); err != nil {
			return &Error{Auth, host, err}
		}
	}
	if err := c.Mail(m.From); err != nil {
		return err
	}
	if err := c.Rcpt(m.To); err != nil {
		return err
	}
	w, err := c.Data()
	if err != nil {
		return err
	}
	if _, err := w.Write(body); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	_ = c.Quit() // the mail is taken; how the server says goodbye is its own affair
	return nil
}

// secure begins TLS, unless the server is this machine.
func (s *SMTP) secure(c *smtp.Client, host, port string) error {
	if port == "465" || s.TLS == nil && isLoopback(host) {
		return nil
	}
	if ok, _ := c.Extension("STARTTLS"); !ok {
		return &Error{Insecure, host, errors.New("the server offers no TLS")}
	}
	return c.StartTLS(s.config(host))
}

func (s *SMTP) config(host string) *tls.Config {
	config := &tls.Config{ServerName: host}
	if s.TLS != nil {
		config = s.TLS.Clone()
		config.ServerName = host
	}
	return config
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
