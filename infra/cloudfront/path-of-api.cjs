// A CloudFront function (JavaScript runtime 2.0) for /api/*: the routes of the HTTP API begin at its root.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it
function handler(event) {
  const request = event.request;
  request.uri = request.uri.slice('/api'.length);
  return request;
}
