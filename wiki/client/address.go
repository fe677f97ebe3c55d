package client

import (
	"net"
	"net/url"
)

// checkAddress refuses addresses that would send a password in the clear, or
// that carry one.
func checkAddress(api string) error {
	u, err := url.Parse(api)
	switch {
	case err != nil, u.Host == "":
		return connecting(NoAddress)
	case u.User != nil, u.RawQuery != "", u.Fragment != "":
		return connecting(AddressTooLong)
	case u.Scheme == "https", u.Scheme == "http" && loopback(u.Hostname()):
		return nil
	}
	return &Error{Kind: Insecure, Op: "connect", Info: "only https is safe for a password, and http on loopback"}
}

// loopback reports whether host is this machine itself.
func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// addressOf returns where a redirect leads, without the parameters that came
// along, "" if it cannot be read.
func addressOf(from *url.URL, location string) string {
	u, err := from.Parse(location)
	if err != nil {
		return ""
	}
	u.RawQuery, u.Fragment, u.User = "", "", nil
	return u.String()
}
