// A CloudFront function (JavaScript runtime 2.0) before the cache: the pages of the console are one document, whose script
// reads the path. Files keep their path, so that a missing one is an error and not a page.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it
function handler(event) {
  const request = event.request;
  const isFile = request.uri.startsWith('/assets/') || /^\/[^/]+\.[A-Za-z0-9]+$/.test(request.uri);
  if (!isFile) request.uri = '/index.html';
  return request;
}
