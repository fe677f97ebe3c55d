// Package client is telko's interface to a MediaWiki.
package client
