// Package mailtest gives tests a real SMTP server on loopback, which keeps what
// it is sent. Only tests import it.
package mailtest
