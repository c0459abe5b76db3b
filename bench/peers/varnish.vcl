vcl 4.1;

# Varnish, in memory; its log is the ring in memory that it always writes.
backend origin {
  .host = "127.0.0.1";
  .port = "18090";
}

sub vcl_recv {
  if (req.http.Authorization != "Bearer the-callers-key") {
    return (synth(401));
  }
  # What is allowed is the same for every caller.
  unset req.http.Authorization;
}

sub vcl_deliver {
  if (obj.hits > 0) {
    set resp.http.Cache-Status = "varnish; hit";
  } else {
    set resp.http.Cache-Status = "varnish; fwd=miss";
  }
}
