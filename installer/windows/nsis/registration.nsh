# What Windows is told of BidSeal. SHCTX is this user's part of the registry or everybody's.

!define PROGRAM "$INSTDIR\bidseal.exe"
!define OPENS '"${PROGRAM}" "%1"'
# What the taskbar puts together under one button
!define APP_ID BidSeal

Function RegisterUninstaller
  WriteRegStr SHCTX "${UNINSTALL_KEY}" DisplayName BidSeal
  WriteRegStr SHCTX "${UNINSTALL_KEY}" DisplayVersion "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" Publisher "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" DisplayIcon "${PROGRAM}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" InstallLocation "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" UninstallString '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" EstimatedSize ${SIZE_KB}
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" NoModify 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" NoRepair 1 # the installer itself repairs
FunctionEnd

# bidseal: only raises the window (app/bidseal).
Function RegisterScheme
  WriteRegStr SHCTX "${CLASSES}\bidseal" "" "URL:BidSeal"
  WriteRegStr SHCTX "${CLASSES}\bidseal" "URL Protocol" ""
  WriteRegStr SHCTX "${CLASSES}\bidseal\DefaultIcon" "" "${PROGRAM},0"
  WriteRegStr SHCTX "${CLASSES}\bidseal\shell\open\command" "" '${OPENS}'
FunctionEnd

# Offered beside other programs, in "Open with" and in the menu of a PDF. Which program opens PDFs by a double click is
# not touched.
Function OfferForPdf
  WriteRegStr SHCTX "${CLASSES}\Applications\bidseal.exe" FriendlyAppName BidSeal
  WriteRegStr SHCTX "${CLASSES}\Applications\bidseal.exe\SupportedTypes" .pdf ""
  WriteRegStr SHCTX "${CLASSES}\Applications\bidseal.exe\shell\open\command" "" '${OPENS}'
  WriteRegStr SHCTX "${CLASSES}\BidSeal.Document" "" "$(DocumentType)"
  WriteRegStr SHCTX "${CLASSES}\BidSeal.Document\shell\open\command" "" '${OPENS}'
  WriteRegStr SHCTX "${CLASSES}\.pdf\OpenWithProgids" BidSeal.Document ""
  WriteRegStr SHCTX "${CLASSES}\SystemFileAssociations\.pdf\shell\BidSeal.Sign" MUIVerb "$(SignVerb)"
  WriteRegStr SHCTX "${CLASSES}\SystemFileAssociations\.pdf\shell\BidSeal.Sign" Icon "${PROGRAM},0"
  WriteRegStr SHCTX "${CLASSES}\SystemFileAssociations\.pdf\shell\BidSeal.Sign\command" "" '${OPENS}'
FunctionEnd
