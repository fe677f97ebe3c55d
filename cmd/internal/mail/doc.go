// Package mail sends plain text by SMTP or by a sendmail program. It is told
// whom to write and what; what may be written is decided before it, out of
// minutes.PublicTasks.
//
// Passwords and mails go over TLS, or to this machine itself, and nowhere else:
// a server at any other address that does not offer it is an Insecure error.
// What a server has against a mail is an *Error with a Kind.
package mail
