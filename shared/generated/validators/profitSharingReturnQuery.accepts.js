"use strict";
exports.accepts = validate10;
const schema11 = {"type":"object","additionalProperties":false,"required":["nonce_str","out_return_no"],"properties":{"sub_mch_id":{"type":"string","minLength":1,"maxLength":32},"nonce_str":{"type":"string","minLength":1,"maxLength":32},"order_id":{"type":"string","minLength":1,"maxLength":64},"out_order_no":{"type":"string","pattern":"^[0-9A-Za-z_\\-|*@]{1,64}$"},"out_return_no":{"type":"string","pattern":"^[0-9A-Za-z_\\-|*@]{1,64}$"}},"oneOf":[{"required":["order_id"]},{"required":["out_order_no"]}]};
const func2 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[0-9A-Za-z_\\-|*@]{1,64}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.order_id === undefined) && (missing0 = "order_id")){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.out_order_no === undefined) && (missing1 = "out_order_no")){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing1}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if(((data.nonce_str === undefined) && (missing2 = "nonce_str")) || ((data.out_return_no === undefined) && (missing2 = "out_return_no"))){
return false;
}
else {
const _errs4 = errors;
for(const key0 in data){
if(!(((((key0 === "sub_mch_id") || (key0 === "nonce_str")) || (key0 === "order_id")) || (key0 === "out_order_no")) || (key0 === "out_return_no"))){
return false;
break;
}
}
if(_errs4 === errors){
if(data.sub_mch_id !== undefined){
let data0 = data.sub_mch_id;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data0 === "string"){
if(data0.length > 32 && func2(data0) > 32){
return false;
}
else {
if(data0.length < 2 && func2(data0) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.nonce_str !== undefined){
let data1 = data.nonce_str;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data1 === "string"){
if(data1.length > 32 && func2(data1) > 32){
return false;
}
else {
if(data1.length < 2 && func2(data1) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid1 = _errs7 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.order_id !== undefined){
let data2 = data.order_id;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data2 === "string"){
if(data2.length > 64 && func2(data2) > 64){
return false;
}
else {
if(data2.length < 2 && func2(data2) < 1){
return false;
}
}
}
else {
return false;
}
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.out_order_no !== undefined){
let data3 = data.out_order_no;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
return false;
}
}
else {
return false;
}
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.out_return_no !== undefined){
let data4 = data.out_return_no;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
return false;
}
}
else {
return false;
}
}
var valid1 = _errs13 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
