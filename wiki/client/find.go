package client

import (
	"fmt"
	"strconv"

	"cgt.name/pkg/go-mwclient/params"
)

// find looks for an edit whose answer was lost: a revision by our account, with
// our summary, after our base. An error means that it was not saved and cannot
// be any more; no error and not found, that it can be sent again.
func (r *run) find(e *edit) (s Saved, found bool, err error) {
	p := params.Values{
		"action": "query", "prop": "revisions", "rvlimit": "50",
		"rvprop": "ids|timestamp|user|comment",
	}
	create := e.base.ID == 0
	if create {
		p["titles"], p["rvdir"] = e.title, "newer"
	} else {
		p["pageids"] = strconv.Itoa(e.base.ID)
	}
	var out pagesJSON
	if err := r.ask(p, &out); err != nil {
		return s, false, err
	}
	if len(out.Query.Pages) != 1 {
		return s, false, r.found(NotAPI, OddAnswer, fmt.Sprintf("asked for one page, got %d", len(out.Query.Pages)))
	}
	page := out.Query.Pages[0]
	if page.Missing {
		if create {
			return s, false, nil
		}
		return s, false, r.fail(Deleted, "deleted while it was being saved")
	}
	newer := false
	for _, v := range page.Revisions {
		if v.Revid <= e.base.Revision {
			break
		}
		newer = true
		if v.User == r.c.account.name && v.Comment == e.summary && (!create || v.Parentid == 0) {
			s = Saved{Recovered: true, Merged: v.Parentid != e.base.Revision}
			s.Page, err = r.revision(v.Revid)
			if err == nil && s.Page.Missing() {
				err = r.fail(Deleted, "deleted right after it was saved")
			}
			return s, err == nil, err
		}
	}
	switch {
	case create:
		return s, false, r.finish(&Error{Kind: Exists, Info: "somebody else created the page meanwhile"})
	case newer:
		return s, false, r.finish(&Error{Kind: Conflict, Info: "somebody else edited the page meanwhile"})
	}
	return s, false, nil
}
